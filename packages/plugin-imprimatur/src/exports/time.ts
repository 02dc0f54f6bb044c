// The newsroom's clock in words.
export { inNewsroomTime, rememberedZone } from '../admin/time.ts'
