import * as migration_20261129_040656_initial from './20261129_040656_initial.ts';

export const migrations = [
  {
    up: migration_20261129_040656_initial.up,
    down: migration_20261129_040656_initial.down,
    name: '20261129_040656_initial'
  },
];
