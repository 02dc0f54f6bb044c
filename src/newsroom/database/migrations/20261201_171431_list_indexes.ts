import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`articles_public_idx\`;`)
  await db.run(sql`CREATE INDEX \`articles_public_id_idx\` ON \`articles\` (\`_status\`,\`id\`,\`deleted_at\`);`)
  await db.run(sql`DROP INDEX \`news_teasers_public_idx\`;`)
  await db.run(sql`CREATE INDEX \`news_teasers_public_id_idx\` ON \`news_teasers\` (\`_status\`,\`id\`,\`deleted_at\`);`)
  await db.run(sql`DROP INDEX \`authors_public_idx\`;`)
  await db.run(sql`CREATE INDEX \`authors_public_id_idx\` ON \`authors\` (\`_status\`,\`id\`,\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_credits_in_credits_author_idx\` ON \`articles_credits\` (\`author_id\`,\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_in_topics_idx\` ON \`articles_rels\` (\`topics_id\`,\`parent_id\`,\`path\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_in_places_idx\` ON \`articles_rels\` (\`places_id\`,\`parent_id\`,\`path\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`articles_credits_in_credits_author_idx\`;`)
  await db.run(sql`DROP INDEX \`articles_public_id_idx\`;`)
  await db.run(sql`CREATE INDEX \`articles_public_idx\` ON \`articles\` (\`_status\`,\`id\`);`)
  await db.run(sql`DROP INDEX \`articles_rels_in_topics_idx\`;`)
  await db.run(sql`DROP INDEX \`articles_rels_in_places_idx\`;`)
  await db.run(sql`DROP INDEX \`news_teasers_public_id_idx\`;`)
  await db.run(sql`CREATE INDEX \`news_teasers_public_idx\` ON \`news_teasers\` (\`_status\`,\`id\`);`)
  await db.run(sql`DROP INDEX \`authors_public_id_idx\`;`)
  await db.run(sql`CREATE INDEX \`authors_public_idx\` ON \`authors\` (\`_status\`,\`id\`);`)
}
