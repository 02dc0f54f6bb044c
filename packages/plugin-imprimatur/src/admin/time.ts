// The newsroom's clock in words, without the components: for code of a panel that runs on the server, too.
export { inNewsroomTime, rememberedZone } from './inNewsroomTime.ts'
