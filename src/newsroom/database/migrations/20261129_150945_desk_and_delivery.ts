import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`webhooks_events\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`webhooks_events_order_idx\` ON \`webhooks_events\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_events_parent_idx\` ON \`webhooks_events\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`webhooks_collections\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`webhooks_collections_order_idx\` ON \`webhooks_collections\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_collections_parent_idx\` ON \`webhooks_collections\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`webhooks\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`url\` text NOT NULL,
  	\`active\` integer DEFAULT true,
  	\`secrets\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`webhooks_active_idx\` ON \`webhooks\` (\`active\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_updated_at_idx\` ON \`webhooks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_created_at_idx\` ON \`webhooks\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`webhooks_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`sections_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sections_id\`) REFERENCES \`sections\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`webhooks_rels_order_idx\` ON \`webhooks_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_rels_parent_idx\` ON \`webhooks_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_rels_path_idx\` ON \`webhooks_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_rels_sections_id_idx\` ON \`webhooks_rels\` (\`sections_id\`);`)
  await db.run(sql`CREATE TABLE \`webhook_deliveries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`message\` text NOT NULL,
  	\`webhook\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`type\` text NOT NULL,
  	\`status\` text NOT NULL,
  	\`attempts\` numeric NOT NULL,
  	\`next_at\` text NOT NULL,
  	\`body\` text NOT NULL,
  	\`tries\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`webhook_deliveries_message_idx\` ON \`webhook_deliveries\` (\`message\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_webhook_idx\` ON \`webhook_deliveries\` (\`webhook\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_type_idx\` ON \`webhook_deliveries\` (\`type\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_status_idx\` ON \`webhook_deliveries\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_next_at_idx\` ON \`webhook_deliveries\` (\`next_at\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_updated_at_idx\` ON \`webhook_deliveries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_created_at_idx\` ON \`webhook_deliveries\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_nextAt_idx\` ON \`webhook_deliveries\` (\`status\`,\`next_at\`);`)
  await db.run(sql`CREATE TABLE \`change_log\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`address\` text NOT NULL,
  	\`piece\` text NOT NULL,
  	\`collection\` text NOT NULL,
  	\`piece_id\` text NOT NULL,
  	\`slug\` text,
  	\`op\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`digest\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`expires_at\` text,
  	\`noted\` numeric NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`mark\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`change_log_address_idx\` ON \`change_log\` (\`address\`);`)
  await db.run(sql`CREATE INDEX \`change_log_piece_idx\` ON \`change_log\` (\`piece\`);`)
  await db.run(sql`CREATE INDEX \`change_log_collection_idx\` ON \`change_log\` (\`collection\`);`)
  await db.run(sql`CREATE INDEX \`change_log_expires_at_idx\` ON \`change_log\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`change_log_seq_idx\` ON \`change_log\` (\`seq\`);`)
  await db.run(sql`CREATE TABLE \`change_batches\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`after\` numeric NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`mark\` text NOT NULL,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`change_batches_after_idx\` ON \`change_batches\` (\`after\`);`)
  await db.run(sql`CREATE INDEX \`change_batches_seq_idx\` ON \`change_batches\` (\`seq\`);`)
  await db.run(sql`CREATE INDEX \`change_batches_at_idx\` ON \`change_batches\` (\`at\`);`)
  await db.run(sql`CREATE TABLE \`comments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`piece\` text NOT NULL,
  	\`author\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`text\` text,
  	\`edited_at\` text,
  	\`parent\` text,
  	\`mentions\` text,
  	\`anchor\` text,
  	\`resolved_by\` text,
  	\`resolved_at\` text,
  	\`removed_by\` text,
  	\`removed_at\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`comments_piece_idx\` ON \`comments\` (\`piece\`);`)
  await db.run(sql`CREATE TABLE \`notifications\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`recipient\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`piece\` text NOT NULL,
  	\`actor\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`comment\` text,
  	\`event\` numeric,
  	\`unread\` integer DEFAULT false NOT NULL,
  	\`read_at\` text,
  	\`unsent\` integer DEFAULT false NOT NULL,
  	\`mailed_at\` text,
  	\`claimed_until\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`notifications_piece_idx\` ON \`notifications\` (\`piece\`);`)
  await db.run(sql`CREATE INDEX \`notifications_at_idx\` ON \`notifications\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`notifications_unsent_idx\` ON \`notifications\` (\`unsent\`);`)
  await db.run(sql`CREATE INDEX \`recipient_at_idx\` ON \`notifications\` (\`recipient\`,\`at\`);`)
  await db.run(sql`CREATE INDEX \`recipient_unread_idx\` ON \`notifications\` (\`recipient\`,\`unread\`);`)
  await db.run(sql`CREATE TABLE \`leases\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`piece\` text NOT NULL,
  	\`turn\` numeric NOT NULL,
  	\`holder\` text NOT NULL,
  	\`taken_from\` text,
  	\`since\` text NOT NULL,
  	\`until\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`leases_piece_idx\` ON \`leases\` (\`piece\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`piece_turn_idx\` ON \`leases\` (\`piece\`,\`turn\`);`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`notify_by_mail\` text DEFAULT 'at_once';`)
  await db.run(sql`ALTER TABLE \`dossiers\` ADD \`autosaved_by\` text;`)
  await db.run(sql`ALTER TABLE \`dossiers\` ADD \`missed_at\` text;`)
  await db.run(sql`ALTER TABLE \`dossiers\` ADD \`words\` numeric;`)
  await db.run(sql`ALTER TABLE \`dossiers\` ADD \`due_at\` text;`)
  await db.run(sql`ALTER TABLE \`dossiers\` ADD \`priority\` text;`)
  await db.run(sql`ALTER TABLE \`dossiers\` ADD \`assigned_by\` text;`)
  await db.run(sql`ALTER TABLE \`dossiers\` ADD \`assigned_at\` text;`)
  await db.run(sql`CREATE INDEX \`dossiers_missed_at_idx\` ON \`dossiers\` (\`missed_at\`);`)
  await db.run(sql`CREATE INDEX \`dossiers_due_at_idx\` ON \`dossiers\` (\`due_at\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`webhooks_id\` text(36) REFERENCES webhooks(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_webhooks_id_idx\` ON \`payload_locked_documents_rels\` (\`webhooks_id\`);`)
  await db.run(sql`ALTER TABLE \`newsroom\` ADD \`workflow_comments_block_sign_off\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`newsroom\` ADD \`workflow_comments_block_publish\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`newsroom\` ADD \`workflow_keep_notifications_days\` numeric DEFAULT 90 NOT NULL;`)
  await db.run(sql`CREATE INDEX \`actor_at_idx\` ON \`workflow_events\` (\`actor\`,\`at\`);`)
  // What the dossiers that are there would have if they had been written since.
  await db.run(sql`UPDATE \`dossiers\` SET \`missed_at\` = json_extract(\`state\`, '$.missed.at');`)
  await db.run(sql`UPDATE \`dossiers\` SET \`words\` = (
    SELECT v.\`version_word_count\` FROM \`_articles_v\` v WHERE v.\`parent_id\` = \`dossiers\`.\`piece_id\` AND v.\`latest\` = 1 LIMIT 1
  ) WHERE \`collection\` = 'articles';`)
  await db.run(sql`INSERT INTO \`dossiers_texts\` (\`order\`, \`parent_id\`, \`path\`, \`text\`)
    SELECT j.key + 1, d.\`id\`, 'writers', j.value FROM \`dossiers\` d, json_each(
      CASE WHEN json_array_length(d.\`state\`, '$.writers') > 0 THEN json_extract(d.\`state\`, '$.writers')
      WHEN json_array_length(d.\`state\`, '$.live.writers') > 0 THEN json_extract(d.\`state\`, '$.live.writers')
      ELSE json_array(d.\`owner\`) END) j;`)
  await db.run(sql`INSERT INTO \`dossiers_texts\` (\`order\`, \`parent_id\`, \`path\`, \`text\`)
    SELECT 1, d.\`id\`, 'attributes', 'genre:' || v.\`version_genre\` FROM \`dossiers\` d
    JOIN \`_articles_v\` v ON v.\`parent_id\` = d.\`piece_id\` AND v.\`latest\` = 1
    WHERE d.\`collection\` = 'articles' AND v.\`version_genre\` IS NOT NULL;`)
  await db.run(sql`INSERT INTO \`dossiers_texts\` (\`order\`, \`parent_id\`, \`path\`, \`text\`)
    SELECT 2, d.\`id\`, 'attributes', 'section:' || v.\`version_section_id\` FROM \`dossiers\` d
    JOIN \`_articles_v\` v ON v.\`parent_id\` = d.\`piece_id\` AND v.\`latest\` = 1
    WHERE d.\`collection\` = 'articles' AND v.\`version_section_id\` IS NOT NULL;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DELETE FROM \`dossiers_texts\` WHERE \`path\` IN ('writers', 'attributes', 'assignees');`)
  await db.run(sql`DROP TABLE \`webhooks_events\`;`)
  await db.run(sql`DROP TABLE \`webhooks_collections\`;`)
  await db.run(sql`DROP TABLE \`webhooks\`;`)
  await db.run(sql`DROP TABLE \`webhooks_rels\`;`)
  await db.run(sql`DROP TABLE \`webhook_deliveries\`;`)
  await db.run(sql`DROP TABLE \`change_log\`;`)
  await db.run(sql`DROP TABLE \`change_batches\`;`)
  await db.run(sql`DROP TABLE \`comments\`;`)
  await db.run(sql`DROP TABLE \`notifications\`;`)
  await db.run(sql`DROP TABLE \`leases\`;`)
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
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`news_teasers_id\`) REFERENCES \`news_teasers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`authors_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sections_id\`) REFERENCES \`sections\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`places_id\`) REFERENCES \`places\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "articles_id", "news_teasers_id", "authors_id", "media_id", "sections_id", "topics_id", "places_id", "users_id") SELECT "id", "order", "parent_id", "path", "articles_id", "news_teasers_id", "authors_id", "media_id", "sections_id", "topics_id", "places_id", "users_id" FROM \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`DROP INDEX \`dossiers_missed_at_idx\`;`)
  await db.run(sql`DROP INDEX \`dossiers_due_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`dossiers\` DROP COLUMN \`autosaved_by\`;`)
  await db.run(sql`ALTER TABLE \`dossiers\` DROP COLUMN \`missed_at\`;`)
  await db.run(sql`ALTER TABLE \`dossiers\` DROP COLUMN \`words\`;`)
  await db.run(sql`ALTER TABLE \`dossiers\` DROP COLUMN \`due_at\`;`)
  await db.run(sql`ALTER TABLE \`dossiers\` DROP COLUMN \`priority\`;`)
  await db.run(sql`ALTER TABLE \`dossiers\` DROP COLUMN \`assigned_by\`;`)
  await db.run(sql`ALTER TABLE \`dossiers\` DROP COLUMN \`assigned_at\`;`)
  await db.run(sql`DROP INDEX \`actor_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`notify_by_mail\`;`)
  await db.run(sql`ALTER TABLE \`newsroom\` DROP COLUMN \`workflow_comments_block_sign_off\`;`)
  await db.run(sql`ALTER TABLE \`newsroom\` DROP COLUMN \`workflow_comments_block_publish\`;`)
  await db.run(sql`ALTER TABLE \`newsroom\` DROP COLUMN \`workflow_keep_notifications_days\`;`)
}
