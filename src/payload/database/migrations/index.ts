import * as migration_20261125_203651_initial from './20261125_203651_initial.ts';

export const migrations = [
  {
    up: migration_20261125_203651_initial.up,
    down: migration_20261125_203651_initial.down,
    name: '20261125_203651_initial'
  },
];
