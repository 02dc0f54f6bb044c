import * as migration_20261125_190925_initial from './20261125_190925_initial.ts';

export const migrations = [
  {
    up: migration_20261125_190925_initial.up,
    down: migration_20261125_190925_initial.down,
    name: '20261125_190925_initial'
  },
];
