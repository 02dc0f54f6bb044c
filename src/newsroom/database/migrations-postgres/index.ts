import * as migration_20261129_052237_initial from './20261129_052237_initial.ts';

export const migrations = [
  {
    up: migration_20261129_052237_initial.up,
    down: migration_20261129_052237_initial.down,
    name: '20261129_052237_initial'
  },
];
