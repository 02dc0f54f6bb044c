import * as migration_20261124_001659_initial from './20261124_001659_initial.ts';

export const migrations = [
  {
    up: migration_20261124_001659_initial.up,
    down: migration_20261124_001659_initial.down,
    name: '20261124_001659_initial'
  },
];
