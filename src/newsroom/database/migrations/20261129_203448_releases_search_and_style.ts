import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`style_rules\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`pattern\` text NOT NULL,
  	\`advice\` text NOT NULL,
  	\`severity\` text DEFAULT 'advice' NOT NULL,
  	\`language\` text,
  	\`whole_words\` integer DEFAULT true,
  	\`match_case\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`style_rules_updated_at_idx\` ON \`style_rules\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`style_rules_created_at_idx\` ON \`style_rules\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`api_keys_scopes\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`api_keys\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`api_keys_scopes_order_idx\` ON \`api_keys_scopes\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_scopes_parent_idx\` ON \`api_keys_scopes\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`api_keys\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`expires_at\` text,
  	\`created_by_id\` text(36),
  	\`start\` text,
  	\`last_used_at\` text,
  	\`revoked_at\` text,
  	\`hash\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`api_keys_created_by_idx\` ON \`api_keys\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_hash_idx\` ON \`api_keys\` (\`hash\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_updated_at_idx\` ON \`api_keys\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`api_keys_created_at_idx\` ON \`api_keys\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`preview_tokens\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`row\` text NOT NULL,
  	\`piece\` text NOT NULL,
  	\`maker\` text NOT NULL,
  	\`expires_at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`preview_tokens_row_idx\` ON \`preview_tokens\` (\`row\`);`)
  await db.run(sql`CREATE INDEX \`preview_tokens_piece_idx\` ON \`preview_tokens\` (\`piece\`);`)
  await db.run(sql`CREATE INDEX \`preview_tokens_expires_at_idx\` ON \`preview_tokens\` (\`expires_at\`);`)
  await db.run(sql`CREATE TABLE \`style_exceptions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`piece\` text NOT NULL,
  	\`digest\` text NOT NULL,
  	\`rule\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`start\` numeric NOT NULL,
  	\`exact\` text NOT NULL,
  	\`severity\` text NOT NULL,
  	\`author\` text NOT NULL,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`style_exceptions_key_idx\` ON \`style_exceptions\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`style_exceptions_piece_idx\` ON \`style_exceptions\` (\`piece\`);`)
  await db.run(sql`CREATE TABLE \`releases\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`made_by\` text NOT NULL,
  	\`made_at\` text NOT NULL,
  	\`scheduled_at\` text,
  	\`scheduled_by\` text,
  	\`published_at\` text,
  	\`published_by\` text,
  	\`missed\` text,
  	\`version\` numeric NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`releases_state_idx\` ON \`releases\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`releases_made_at_idx\` ON \`releases\` (\`made_at\`);`)
  await db.run(sql`CREATE INDEX \`releases_scheduled_at_idx\` ON \`releases\` (\`scheduled_at\`);`)
  await db.run(sql`CREATE TABLE \`release_pieces\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`release\` text NOT NULL,
  	\`piece\` text NOT NULL,
  	\`hold\` text NOT NULL,
  	\`digest\` text NOT NULL,
  	\`place\` numeric NOT NULL,
  	\`added_by\` text NOT NULL,
  	\`added_at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`release_pieces_release_idx\` ON \`release_pieces\` (\`release\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`release_pieces_hold_idx\` ON \`release_pieces\` (\`hold\`);`)
  await db.run(sql`CREATE TABLE \`review_links\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`piece\` text NOT NULL,
  	\`digest\` text NOT NULL,
  	\`token\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`review\` text,
  	\`made_by\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`expires_at\` text NOT NULL,
  	\`opened_at\` text,
  	\`revoked_by\` text,
  	\`revoked_at\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`review_links_piece_idx\` ON \`review_links\` (\`piece\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`review_links_token_idx\` ON \`review_links\` (\`token\`);`)
  await db.run(sql`CREATE TABLE \`search_live\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`piece\` text NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`digest\` text NOT NULL,
  	\`at\` numeric NOT NULL,
  	\`title\` text,
  	\`text\` text,
  	\`tokens\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`search_live_piece_idx\` ON \`search_live\` (\`piece\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`search_live_number_idx\` ON \`search_live\` (\`number\`);`)
  await db.run(sql`CREATE TABLE \`search_live_words\` (
  	\`id\` text PRIMARY KEY NOT NULL
  );
  `)
  await db.run(sql`CREATE TABLE \`search_newest\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`piece\` text NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`digest\` text NOT NULL,
  	\`at\` numeric NOT NULL,
  	\`title\` text,
  	\`text\` text,
  	\`tokens\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`search_newest_piece_idx\` ON \`search_newest\` (\`piece\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`search_newest_number_idx\` ON \`search_newest\` (\`number\`);`)
  await db.run(sql`CREATE TABLE \`search_newest_words\` (
  	\`id\` text PRIMARY KEY NOT NULL
  );
  `)
  await db.run(sql`ALTER TABLE \`media\` ADD \`placeholder\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail_language\` text;`)
  await db.run(sql`ALTER TABLE \`dossiers\` ADD \`indexed\` integer;`)
  await db.run(sql`CREATE INDEX \`dossiers_indexed_idx\` ON \`dossiers\` (\`indexed\`);`)
  await db.run(sql`ALTER TABLE \`workflow_events\` ADD \`after\` text;`)
  await db.run(sql`CREATE INDEX \`workflow_events_at_idx\` ON \`workflow_events\` (\`at\`);`)
  await db.run(sql`ALTER TABLE \`comments\` ADD \`guest\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`style_rules_id\` text(36) REFERENCES style_rules(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`api_keys_id\` text(36) REFERENCES api_keys(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_style_rules_id_idx\` ON \`payload_locked_documents_rels\` (\`style_rules_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_api_keys_id_idx\` ON \`payload_locked_documents_rels\` (\`api_keys_id\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`style_rules\`;`)
  await db.run(sql`DROP TABLE \`api_keys_scopes\`;`)
  await db.run(sql`DROP TABLE \`api_keys\`;`)
  await db.run(sql`DROP TABLE \`preview_tokens\`;`)
  await db.run(sql`DROP TABLE \`style_exceptions\`;`)
  await db.run(sql`DROP TABLE \`releases\`;`)
  await db.run(sql`DROP TABLE \`release_pieces\`;`)
  await db.run(sql`DROP TABLE \`review_links\`;`)
  await db.run(sql`DROP TABLE \`search_live\`;`)
  await db.run(sql`DROP TABLE \`search_live_words\`;`)
  await db.run(sql`DROP TABLE \`search_newest\`;`)
  await db.run(sql`DROP TABLE \`search_newest_words\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`articles_id\` text(36),
  	\`news_teasers_id\` text(36),
  	\`authors_id\` text(36),
  	\`media_id\` text(36),
  	\`sections_id\` text(36),
  	\`topics_id\` text(36),
  	\`places_id\` text(36),
  	\`users_id\` text(36),
  	\`webhooks_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`news_teasers_id\`) REFERENCES \`news_teasers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`authors_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sections_id\`) REFERENCES \`sections\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`places_id\`) REFERENCES \`places\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`webhooks_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "articles_id", "news_teasers_id", "authors_id", "media_id", "sections_id", "topics_id", "places_id", "users_id", "webhooks_id") SELECT "id", "order", "parent_id", "path", "articles_id", "news_teasers_id", "authors_id", "media_id", "sections_id", "topics_id", "places_id", "users_id", "webhooks_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_articles_id_idx\` ON \`payload_locked_documents_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_news_teasers_id_idx\` ON \`payload_locked_documents_rels\` (\`news_teasers_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_authors_id_idx\` ON \`payload_locked_documents_rels\` (\`authors_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sections_id_idx\` ON \`payload_locked_documents_rels\` (\`sections_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_places_id_idx\` ON \`payload_locked_documents_rels\` (\`places_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_webhooks_id_idx\` ON \`payload_locked_documents_rels\` (\`webhooks_id\`);`)
  await db.run(sql`DROP INDEX \`dossiers_indexed_idx\`;`)
  await db.run(sql`ALTER TABLE \`dossiers\` DROP COLUMN \`indexed\`;`)
  await db.run(sql`DROP INDEX \`workflow_events_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`workflow_events\` DROP COLUMN \`after\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`placeholder\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mail_language\`;`)
  await db.run(sql`ALTER TABLE \`comments\` DROP COLUMN \`guest\`;`)
}
