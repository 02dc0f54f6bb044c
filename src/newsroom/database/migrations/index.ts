import * as migration_20261125_204330_initial from './20261125_204330_initial.ts';
import * as migration_20261128_232722_without_assignees from './20261128_232722_without_assignees.ts';
import * as migration_20261129_034011_sort_keys from './20261129_034011_sort_keys.ts';

export const migrations = [
  {
    up: migration_20261125_204330_initial.up,
    down: migration_20261125_204330_initial.down,
    name: '20261125_204330_initial',
  },
  {
    up: migration_20261128_232722_without_assignees.up,
    down: migration_20261128_232722_without_assignees.down,
    name: '20261128_232722_without_assignees',
  },
  {
    up: migration_20261129_034011_sort_keys.up,
    down: migration_20261129_034011_sort_keys.down,
    name: '20261129_034011_sort_keys'
  },
];
