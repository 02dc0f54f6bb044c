import { createHash } from 'node:crypto'

/** Where notices are heard (https://www.postgresql.org/docs/current/sql-notify.html); each database has channels of its own. */
export const CHANNEL = 'imprimatur_changes'

/** Who writes, for the transaction: a text of this name. */
export const MARK = 'imprimatur.server'

/** What a notice says of a write. */
export type Notice = {
  readonly kind: 'documents' | 'global'
  /** Slug of the collection or global. */
  readonly of: string
  /** Who wrote; missing where nobody has said. */
  readonly by?: string | null
  /** Which document; missing when it may have been any. */
  readonly id?: string | null
  /** What it has in the field by which it is looked up; missing when that is not known. */
  readonly key?: string | null
  /** Whether it is a draft that was not there before. */
  readonly unseen?: boolean | null
}

/** A table whose rows are documents of a collection, or a global. */
export type Told = {
  readonly kind: Notice['kind']
  readonly of: string
  readonly table: string
  /** Column by which documents are looked up beside their id; empty without one. */
  readonly key: string
}

export type Rows = { readonly rows: readonly Readonly<Record<string, unknown>>[] }
export type Query = (text: string, values?: readonly unknown[]) => Promise<Rows>

/**
 * Longer keys are left out: a notice has 8,000 bytes at most, and a write whose notice is longer would fail.
 */
const LONGEST_KEY = 500

/**
 * Says within the transaction what it writes; Postgres delivers it when that is committed, and once where it is the same. A part of a document, such as
 * a row of a list, is told of only when the row that it belongs to was not written in the same transaction, which tells of itself: that is when somebody writes by hand.
 */
const FUNCTION = `
create or replace function imprimatur_tell() returns trigger language plpgsql as $told$
declare
  said jsonb := jsonb_strip_nulls(jsonb_build_object('kind', tg_argv[0], 'of', tg_argv[1], 'by', current_setting('${MARK}', true)));
  written jsonb;
  is_told boolean;
begin
  if tg_level = 'ROW' then
    written := to_jsonb(case tg_op when 'DELETE' then old else new end);
    if tg_nargs = 5 then
      execute format('select exists (select from %s where id = %L and xmin = pg_current_xact_id()::xid)', tg_argv[3], written ->> tg_argv[4]) into is_told;
      if is_told then return null; end if;
    elsif tg_argv[0] = 'documents' then
      said := said || jsonb_strip_nulls(jsonb_build_object(
        'id', written ->> 'id',
        'key', case when length(written ->> tg_argv[2]) <= ${String(LONGEST_KEY)} then written ->> tg_argv[2] end,
        'unseen', tg_op = 'INSERT' and written ->> '_status' = 'draft'));
    end if;
  end if;
  perform pg_notify('${CHANNEL}', said::text);
  return null;
end
$told$`

/** A table and those whose rows are parts of its rows, however deep (`@payloadcms/drizzle` 3.90 names the columns so and deletes along with them). */
const PARTS = `
with recursive part (id, parent, col) as (
  select to_regclass($1)::oid, null::oid, null::name
  union
  select c.conrelid, c.confrelid, a.attname
  from pg_constraint c
  join part on c.confrelid = part.id
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  where c.contype = 'f' and c.confdeltype = 'c' and a.attname in ('_parent_id', 'parent_id')
)
select format('%I.%I', s.nspname, t.relname) as name,
  (select format('%I.%I', n.nspname, p.relname) from pg_class p join pg_namespace n on n.oid = p.relnamespace where p.oid = part.parent) as parent,
  part.col::text as col,
  array(select tgname::text from pg_trigger where tgrelid = t.oid and tgname like 'imprimatur\\_tell\\_%') as triggers
from part join pg_class t on t.oid = part.id join pg_namespace s on s.oid = t.relnamespace`

/**
 * Has the database tell of every write to these tables, whoever makes it. What is there already is left as it is.
 *
 * @param query asks the database, on one connection
 * @throws Error when a table is missing, or the user may not change it
 */
export async function tellOfWrites(query: Query, tables: readonly Told[]): Promise<void> {
  const wanted: string[] = []
  for (const told of tables) {
    const { rows } = await query(PARTS, [told.table])
    if (rows.length === 0) throw new Error(`There is no table of ${told.of}.`)
    for (const row of rows) wanted.push(...statementsFor(told, row))
  }
  if (wanted.length > 0) await query([FUNCTION, ...wanted].join(';\n'))
}

function statementsFor({ key, kind, of }: Told, { col, name, parent, triggers }: Rows['rows'][number]): string[] {
  const told = [kind, of, key, ...(parent === null ? [] : [parent, col])].map((each) => literal(String(each)))
  // Another function, or another table that it belongs to, is another trigger.
  const hash = createHash('sha256')
    .update([FUNCTION, ...told].join())
    .digest('hex')
    .slice(0, 12)
  const [row, whole] = [`imprimatur_tell_row_${hash}`, `imprimatur_tell_all_${hash}`]
  const there = triggers as readonly string[]
  if (there.includes(row) && there.includes(whole)) return []
  const run = `execute function imprimatur_tell(${told.join(', ')})`
  return [
    ...there.map((each) => `drop trigger "${each}" on ${String(name)}`),
    `create trigger ${row} after insert or update or delete on ${String(name)} for each row ${run}`,
    `create trigger ${whole} after truncate on ${String(name)} for each statement ${run}`,
  ]
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
