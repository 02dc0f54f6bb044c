import * as migration_20261125_191338_initial from './20261125_191338_initial.ts';

export const migrations = [
  {
    up: migration_20261125_191338_initial.up,
    down: migration_20261125_191338_initial.down,
    name: '20261125_191338_initial'
  },
];
