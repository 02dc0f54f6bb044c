import * as migration_20261129_052237_initial from './20261129_052237_initial.ts';
import * as migration_20261129_150952_desk_and_delivery from './20261129_150952_desk_and_delivery.ts';
import * as migration_20261129_203456_releases_search_and_style from './20261129_203456_releases_search_and_style.ts';
import * as migration_20261130_000919_suggestions_and_indexes from './20261130_000919_suggestions_and_indexes.ts';
import * as migration_20261201_171530_list_indexes from './20261201_171530_list_indexes.ts';

export const migrations = [
  {
    up: migration_20261129_052237_initial.up,
    down: migration_20261129_052237_initial.down,
    name: '20261129_052237_initial',
  },
  {
    up: migration_20261129_150952_desk_and_delivery.up,
    down: migration_20261129_150952_desk_and_delivery.down,
    name: '20261129_150952_desk_and_delivery',
  },
  {
    up: migration_20261129_203456_releases_search_and_style.up,
    down: migration_20261129_203456_releases_search_and_style.down,
    name: '20261129_203456_releases_search_and_style',
  },
  {
    up: migration_20261130_000919_suggestions_and_indexes.up,
    down: migration_20261130_000919_suggestions_and_indexes.down,
    name: '20261130_000919_suggestions_and_indexes',
  },
  {
    up: migration_20261201_171530_list_indexes.up,
    down: migration_20261201_171530_list_indexes.down,
    name: '20261201_171530_list_indexes'
  },
];
