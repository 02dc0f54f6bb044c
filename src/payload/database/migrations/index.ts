import * as migration_20261125_204330_initial from './20261125_204330_initial.ts';

export const migrations = [
  {
    up: migration_20261125_204330_initial.up,
    down: migration_20261125_204330_initial.down,
    name: '20261125_204330_initial'
  },
];
