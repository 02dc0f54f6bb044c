import * as migration_20261125_204330_initial from './20261125_204330_initial.ts';
import * as migration_20261128_232722_without_assignees from './20261128_232722_without_assignees.ts';
import * as migration_20261129_034011_sort_keys from './20261129_034011_sort_keys.ts';
import * as migration_20261129_150945_desk_and_delivery from './20261129_150945_desk_and_delivery.ts';
import * as migration_20261129_203448_releases_search_and_style from './20261129_203448_releases_search_and_style.ts';
import * as migration_20261130_000834_suggestions_and_indexes from './20261130_000834_suggestions_and_indexes.ts';
import * as migration_20261201_171431_list_indexes from './20261201_171431_list_indexes.ts';

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
    name: '20261129_034011_sort_keys',
  },
  {
    up: migration_20261129_150945_desk_and_delivery.up,
    down: migration_20261129_150945_desk_and_delivery.down,
    name: '20261129_150945_desk_and_delivery',
  },
  {
    up: migration_20261129_203448_releases_search_and_style.up,
    down: migration_20261129_203448_releases_search_and_style.down,
    name: '20261129_203448_releases_search_and_style',
  },
  {
    up: migration_20261130_000834_suggestions_and_indexes.up,
    down: migration_20261130_000834_suggestions_and_indexes.down,
    name: '20261130_000834_suggestions_and_indexes',
  },
  {
    up: migration_20261201_171431_list_indexes.up,
    down: migration_20261201_171431_list_indexes.down,
    name: '20261201_171431_list_indexes'
  },
];
