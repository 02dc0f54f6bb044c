import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`articles_credits\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`author_id\` text(36),
  	\`role\` text DEFAULT 'author',
  	\`credited_as\` text,
  	\`affiliation_at_publication\` text,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_credits_order_idx\` ON \`articles_credits\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`articles_credits_parent_id_idx\` ON \`articles_credits\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_credits_author_idx\` ON \`articles_credits\` (\`author_id\`);`)
  await db.run(sql`CREATE TABLE \`articles_corrections\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text DEFAULT 'correction',
  	\`at\` text,
  	\`text\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_corrections_order_idx\` ON \`articles_corrections\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`articles_corrections_parent_id_idx\` ON \`articles_corrections\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`articles\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`headline\` text,
  	\`standfirst\` text,
  	\`body\` text,
  	\`byline\` text,
  	\`dateline\` text,
  	\`lead_image_id\` text(36),
  	\`lead_image_caption\` text,
  	\`lead_image_credit\` text,
  	\`kicker\` text,
  	\`excerpt\` text,
  	\`seo_title\` text,
  	\`seo_description\` text,
  	\`seo_image_id\` text(36),
  	\`canonical_url\` text,
  	\`word_count\` numeric,
  	\`reading_minutes\` numeric,
  	\`first_published_at\` text,
  	\`published_at\` text,
  	\`excerpt_truncated\` integer DEFAULT false,
  	\`excerpt_manual\` integer DEFAULT false,
  	\`source_kind\` text,
  	\`source_uri\` text,
  	\`source_key\` text,
  	\`source_hash\` text,
  	\`source_imported_at\` text,
  	\`generate_slug\` integer DEFAULT true,
  	\`slug\` text,
  	\`section_id\` text(36),
  	\`genre\` text,
  	\`language\` text,
  	\`embargo_until\` text,
  	\`created_by\` text,
  	\`changed_by\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`lead_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`seo_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`section_id\`) REFERENCES \`sections\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_headline_idx\` ON \`articles\` (\`headline\`);`)
  await db.run(sql`CREATE INDEX \`articles_lead_image_idx\` ON \`articles\` (\`lead_image_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_seo_seo_image_idx\` ON \`articles\` (\`seo_image_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_word_count_idx\` ON \`articles\` (\`word_count\`);`)
  await db.run(sql`CREATE INDEX \`articles_first_published_at_idx\` ON \`articles\` (\`first_published_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_published_at_idx\` ON \`articles\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_source_source_key_idx\` ON \`articles\` (\`source_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`articles_slug_idx\` ON \`articles\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`articles_section_idx\` ON \`articles\` (\`section_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_genre_idx\` ON \`articles\` (\`genre\`);`)
  await db.run(sql`CREATE INDEX \`articles_language_idx\` ON \`articles\` (\`language\`);`)
  await db.run(sql`CREATE INDEX \`articles_embargo_until_idx\` ON \`articles\` (\`embargo_until\`);`)
  await db.run(sql`CREATE INDEX \`articles_created_by_idx\` ON \`articles\` (\`created_by\`);`)
  await db.run(sql`CREATE INDEX \`articles_changed_by_idx\` ON \`articles\` (\`changed_by\`);`)
  await db.run(sql`CREATE INDEX \`articles_updated_at_idx\` ON \`articles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_created_at_idx\` ON \`articles\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_deleted_at_idx\` ON \`articles\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`articles__status_idx\` ON \`articles\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`articles_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` text(36),
  	\`places_id\` text(36),
  	\`articles_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`places_id\`) REFERENCES \`places\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_rels_order_idx\` ON \`articles_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_parent_idx\` ON \`articles_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_path_idx\` ON \`articles_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_topics_id_idx\` ON \`articles_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_places_id_idx\` ON \`articles_rels\` (\`places_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_articles_id_idx\` ON \`articles_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v_version_credits\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`author_id\` text(36),
  	\`role\` text DEFAULT 'author',
  	\`credited_as\` text,
  	\`affiliation_at_publication\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_credits_order_idx\` ON \`_articles_v_version_credits\` (\`_order\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_credits_parent_id_idx\` ON \`_articles_v_version_credits\` (\`_parent_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_credits_author_idx\` ON \`_articles_v_version_credits\` (\`author_id\`);`,
  )
  await db.run(sql`CREATE TABLE \`_articles_v_version_corrections\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text DEFAULT 'correction',
  	\`at\` text,
  	\`text\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_corrections_order_idx\` ON \`_articles_v_version_corrections\` (\`_order\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_corrections_parent_id_idx\` ON \`_articles_v_version_corrections\` (\`_parent_id\`);`,
  )
  await db.run(sql`CREATE TABLE \`_articles_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_headline\` text,
  	\`version_standfirst\` text,
  	\`version_body\` text,
  	\`version_byline\` text,
  	\`version_dateline\` text,
  	\`version_lead_image_id\` text(36),
  	\`version_lead_image_caption\` text,
  	\`version_lead_image_credit\` text,
  	\`version_kicker\` text,
  	\`version_excerpt\` text,
  	\`version_seo_title\` text,
  	\`version_seo_description\` text,
  	\`version_seo_image_id\` text(36),
  	\`version_canonical_url\` text,
  	\`version_word_count\` numeric,
  	\`version_reading_minutes\` numeric,
  	\`version_first_published_at\` text,
  	\`version_published_at\` text,
  	\`version_excerpt_truncated\` integer DEFAULT false,
  	\`version_excerpt_manual\` integer DEFAULT false,
  	\`version_source_kind\` text,
  	\`version_source_uri\` text,
  	\`version_source_key\` text,
  	\`version_source_hash\` text,
  	\`version_source_imported_at\` text,
  	\`version_generate_slug\` integer DEFAULT true,
  	\`version_slug\` text,
  	\`version_section_id\` text(36),
  	\`version_genre\` text,
  	\`version_language\` text,
  	\`version_embargo_until\` text,
  	\`version_created_by\` text,
  	\`version_changed_by\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_lead_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_seo_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_section_id\`) REFERENCES \`sections\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_parent_idx\` ON \`_articles_v\` (\`parent_id\`);`)
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_headline_idx\` ON \`_articles_v\` (\`version_headline\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_lead_image_idx\` ON \`_articles_v\` (\`version_lead_image_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_seo_version_seo_image_idx\` ON \`_articles_v\` (\`version_seo_image_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_word_count_idx\` ON \`_articles_v\` (\`version_word_count\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_first_published_at_idx\` ON \`_articles_v\` (\`version_first_published_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_published_at_idx\` ON \`_articles_v\` (\`version_published_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_source_version_source_key_idx\` ON \`_articles_v\` (\`version_source_key\`);`,
  )
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_slug_idx\` ON \`_articles_v\` (\`version_slug\`);`)
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_section_idx\` ON \`_articles_v\` (\`version_section_id\`);`,
  )
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_genre_idx\` ON \`_articles_v\` (\`version_genre\`);`)
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_language_idx\` ON \`_articles_v\` (\`version_language\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_embargo_until_idx\` ON \`_articles_v\` (\`version_embargo_until\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_created_by_idx\` ON \`_articles_v\` (\`version_created_by\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_changed_by_idx\` ON \`_articles_v\` (\`version_changed_by\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_updated_at_idx\` ON \`_articles_v\` (\`version_updated_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_created_at_idx\` ON \`_articles_v\` (\`version_created_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_articles_v_version_version_deleted_at_idx\` ON \`_articles_v\` (\`version_deleted_at\`);`,
  )
  await db.run(sql`CREATE INDEX \`_articles_v_version_version__status_idx\` ON \`_articles_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_created_at_idx\` ON \`_articles_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_updated_at_idx\` ON \`_articles_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_latest_idx\` ON \`_articles_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` text(36),
  	\`places_id\` text(36),
  	\`articles_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`places_id\`) REFERENCES \`places\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_order_idx\` ON \`_articles_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_parent_idx\` ON \`_articles_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_path_idx\` ON \`_articles_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_topics_id_idx\` ON \`_articles_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_places_id_idx\` ON \`_articles_v_rels\` (\`places_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_articles_id_idx\` ON \`_articles_v_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE TABLE \`news_teasers\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`headline\` text,
  	\`excerpt\` text,
  	\`target_kind\` text,
  	\`target_article_id\` text(36),
  	\`target_url\` text,
  	\`target_source_name\` text,
  	\`kicker\` text,
  	\`image_id\` text(36),
  	\`excerpt_truncated\` integer DEFAULT false,
  	\`excerpt_manual\` integer DEFAULT false,
  	\`published_at\` text,
  	\`source_kind\` text,
  	\`source_uri\` text,
  	\`source_key\` text,
  	\`source_hash\` text,
  	\`source_imported_at\` text,
  	\`generate_slug\` integer DEFAULT true,
  	\`slug\` text,
  	\`language\` text,
  	\`pinned\` integer DEFAULT false,
  	\`rank\` numeric DEFAULT 0,
  	\`expires_at\` text,
  	\`created_by\` text,
  	\`changed_by\` text,
  	\`first_published_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`target_article_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`news_teasers_headline_idx\` ON \`news_teasers\` (\`headline\`);`)
  await db.run(
    sql`CREATE INDEX \`news_teasers_target_target_article_idx\` ON \`news_teasers\` (\`target_article_id\`);`,
  )
  await db.run(sql`CREATE INDEX \`news_teasers_image_idx\` ON \`news_teasers\` (\`image_id\`);`)
  await db.run(sql`CREATE INDEX \`news_teasers_published_at_idx\` ON \`news_teasers\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`news_teasers_source_source_key_idx\` ON \`news_teasers\` (\`source_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`news_teasers_slug_idx\` ON \`news_teasers\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`news_teasers_language_idx\` ON \`news_teasers\` (\`language\`);`)
  await db.run(sql`CREATE INDEX \`news_teasers_pinned_idx\` ON \`news_teasers\` (\`pinned\`);`)
  await db.run(sql`CREATE INDEX \`news_teasers_rank_idx\` ON \`news_teasers\` (\`rank\`);`)
  await db.run(sql`CREATE INDEX \`news_teasers_expires_at_idx\` ON \`news_teasers\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`news_teasers_created_by_idx\` ON \`news_teasers\` (\`created_by\`);`)
  await db.run(sql`CREATE INDEX \`news_teasers_changed_by_idx\` ON \`news_teasers\` (\`changed_by\`);`)
  await db.run(sql`CREATE INDEX \`news_teasers_first_published_at_idx\` ON \`news_teasers\` (\`first_published_at\`);`)
  await db.run(sql`CREATE INDEX \`news_teasers_updated_at_idx\` ON \`news_teasers\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`news_teasers_created_at_idx\` ON \`news_teasers\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`news_teasers_deleted_at_idx\` ON \`news_teasers\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`news_teasers__status_idx\` ON \`news_teasers\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`_news_teasers_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_headline\` text,
  	\`version_excerpt\` text,
  	\`version_target_kind\` text,
  	\`version_target_article_id\` text(36),
  	\`version_target_url\` text,
  	\`version_target_source_name\` text,
  	\`version_kicker\` text,
  	\`version_image_id\` text(36),
  	\`version_excerpt_truncated\` integer DEFAULT false,
  	\`version_excerpt_manual\` integer DEFAULT false,
  	\`version_published_at\` text,
  	\`version_source_kind\` text,
  	\`version_source_uri\` text,
  	\`version_source_key\` text,
  	\`version_source_hash\` text,
  	\`version_source_imported_at\` text,
  	\`version_generate_slug\` integer DEFAULT true,
  	\`version_slug\` text,
  	\`version_language\` text,
  	\`version_pinned\` integer DEFAULT false,
  	\`version_rank\` numeric DEFAULT 0,
  	\`version_expires_at\` text,
  	\`version_created_by\` text,
  	\`version_changed_by\` text,
  	\`version_first_published_at\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`news_teasers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_target_article_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_news_teasers_v_parent_idx\` ON \`_news_teasers_v\` (\`parent_id\`);`)
  await db.run(
    sql`CREATE INDEX \`_news_teasers_v_version_version_headline_idx\` ON \`_news_teasers_v\` (\`version_headline\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_teasers_v_version_target_version_target_article_idx\` ON \`_news_teasers_v\` (\`version_target_article_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_teasers_v_version_version_image_idx\` ON \`_news_teasers_v\` (\`version_image_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_teasers_v_version_version_published_at_idx\` ON \`_news_teasers_v\` (\`version_published_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_teasers_v_version_source_version_source_key_idx\` ON \`_news_teasers_v\` (\`version_source_key\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_teasers_v_version_version_slug_idx\` ON \`_news_teasers_v\` (\`version_slug\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_teasers_v_version_version_language_idx\` ON \`_news_teasers_v\` (\`version_language\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_teasers_v_version_version_pinned_idx\` ON \`_news_teasers_v\` (\`version_pinned\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_teasers_v_version_version_rank_idx\` ON \`_news_teasers_v\` (\`version_rank\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_teasers_v_version_version_expires_at_idx\` ON \`_news_teasers_v\` (\`version_expires_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_teasers_v_version_version_created_by_idx\` ON \`_news_teasers_v\` (\`version_created_by\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_teasers_v_version_version_changed_by_idx\` ON \`_news_teasers_v\` (\`version_changed_by\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_teasers_v_version_version_first_published_at_idx\` ON \`_news_teasers_v\` (\`version_first_published_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_teasers_v_version_version_updated_at_idx\` ON \`_news_teasers_v\` (\`version_updated_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_teasers_v_version_version_created_at_idx\` ON \`_news_teasers_v\` (\`version_created_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_teasers_v_version_version_deleted_at_idx\` ON \`_news_teasers_v\` (\`version_deleted_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_teasers_v_version_version__status_idx\` ON \`_news_teasers_v\` (\`version__status\`);`,
  )
  await db.run(sql`CREATE INDEX \`_news_teasers_v_created_at_idx\` ON \`_news_teasers_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_news_teasers_v_updated_at_idx\` ON \`_news_teasers_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_news_teasers_v_latest_idx\` ON \`_news_teasers_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`authors_affiliations\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`organization\` text,
  	\`department\` text,
  	\`country\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`authors_affiliations_order_idx\` ON \`authors_affiliations\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`authors_affiliations_parent_id_idx\` ON \`authors_affiliations\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`authors\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`display_name\` text,
  	\`full_name\` text,
  	\`sort_name\` text,
  	\`honorific_prefix\` text,
  	\`job_title\` text,
  	\`biography\` text,
  	\`short_bio\` text,
  	\`portrait_id\` text(36),
  	\`source_kind\` text,
  	\`source_uri\` text,
  	\`source_key\` text,
  	\`source_hash\` text,
  	\`source_imported_at\` text,
  	\`generate_slug\` integer DEFAULT true,
  	\`slug\` text,
  	\`created_by\` text,
  	\`changed_by\` text,
  	\`published_at\` text,
  	\`first_published_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`portrait_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`authors_display_name_idx\` ON \`authors\` (\`display_name\`);`)
  await db.run(sql`CREATE INDEX \`authors_sort_name_idx\` ON \`authors\` (\`sort_name\`);`)
  await db.run(sql`CREATE INDEX \`authors_portrait_idx\` ON \`authors\` (\`portrait_id\`);`)
  await db.run(sql`CREATE INDEX \`authors_source_source_key_idx\` ON \`authors\` (\`source_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`authors_slug_idx\` ON \`authors\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`authors_created_by_idx\` ON \`authors\` (\`created_by\`);`)
  await db.run(sql`CREATE INDEX \`authors_changed_by_idx\` ON \`authors\` (\`changed_by\`);`)
  await db.run(sql`CREATE INDEX \`authors_published_at_idx\` ON \`authors\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`authors_first_published_at_idx\` ON \`authors\` (\`first_published_at\`);`)
  await db.run(sql`CREATE INDEX \`authors_updated_at_idx\` ON \`authors\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`authors_created_at_idx\` ON \`authors\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`authors_deleted_at_idx\` ON \`authors\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`authors__status_idx\` ON \`authors\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`authors_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`authors_texts_order_parent\` ON \`authors_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_authors_v_version_affiliations\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`organization\` text,
  	\`department\` text,
  	\`country\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_authors_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(
    sql`CREATE INDEX \`_authors_v_version_affiliations_order_idx\` ON \`_authors_v_version_affiliations\` (\`_order\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_authors_v_version_affiliations_parent_id_idx\` ON \`_authors_v_version_affiliations\` (\`_parent_id\`);`,
  )
  await db.run(sql`CREATE TABLE \`_authors_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_display_name\` text,
  	\`version_full_name\` text,
  	\`version_sort_name\` text,
  	\`version_honorific_prefix\` text,
  	\`version_job_title\` text,
  	\`version_biography\` text,
  	\`version_short_bio\` text,
  	\`version_portrait_id\` text(36),
  	\`version_source_kind\` text,
  	\`version_source_uri\` text,
  	\`version_source_key\` text,
  	\`version_source_hash\` text,
  	\`version_source_imported_at\` text,
  	\`version_generate_slug\` integer DEFAULT true,
  	\`version_slug\` text,
  	\`version_created_by\` text,
  	\`version_changed_by\` text,
  	\`version_published_at\` text,
  	\`version_first_published_at\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_portrait_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_authors_v_parent_idx\` ON \`_authors_v\` (\`parent_id\`);`)
  await db.run(
    sql`CREATE INDEX \`_authors_v_version_version_display_name_idx\` ON \`_authors_v\` (\`version_display_name\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_authors_v_version_version_sort_name_idx\` ON \`_authors_v\` (\`version_sort_name\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_authors_v_version_version_portrait_idx\` ON \`_authors_v\` (\`version_portrait_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_authors_v_version_source_version_source_key_idx\` ON \`_authors_v\` (\`version_source_key\`);`,
  )
  await db.run(sql`CREATE INDEX \`_authors_v_version_version_slug_idx\` ON \`_authors_v\` (\`version_slug\`);`)
  await db.run(
    sql`CREATE INDEX \`_authors_v_version_version_created_by_idx\` ON \`_authors_v\` (\`version_created_by\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_authors_v_version_version_changed_by_idx\` ON \`_authors_v\` (\`version_changed_by\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_authors_v_version_version_published_at_idx\` ON \`_authors_v\` (\`version_published_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_authors_v_version_version_first_published_at_idx\` ON \`_authors_v\` (\`version_first_published_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_authors_v_version_version_updated_at_idx\` ON \`_authors_v\` (\`version_updated_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_authors_v_version_version_created_at_idx\` ON \`_authors_v\` (\`version_created_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_authors_v_version_version_deleted_at_idx\` ON \`_authors_v\` (\`version_deleted_at\`);`,
  )
  await db.run(sql`CREATE INDEX \`_authors_v_version_version__status_idx\` ON \`_authors_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_authors_v_created_at_idx\` ON \`_authors_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_authors_v_updated_at_idx\` ON \`_authors_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_authors_v_latest_idx\` ON \`_authors_v\` (\`latest\`);`)
  await db.run(sql`CREATE TABLE \`_authors_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_authors_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_authors_v_texts_order_parent\` ON \`_authors_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`alt\` text NOT NULL,
  	\`caption\` text,
  	\`credit\` text,
  	\`licence\` text,
  	\`sha256\` text,
  	\`shown_by\` text,
  	\`shown\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric,
  	\`sizes_thumbnail_url\` text,
  	\`sizes_thumbnail_width\` numeric,
  	\`sizes_thumbnail_height\` numeric,
  	\`sizes_thumbnail_mime_type\` text,
  	\`sizes_thumbnail_filesize\` numeric,
  	\`sizes_thumbnail_filename\` text,
  	\`sizes_thumbnail_avif_url\` text,
  	\`sizes_thumbnail_avif_width\` numeric,
  	\`sizes_thumbnail_avif_height\` numeric,
  	\`sizes_thumbnail_avif_mime_type\` text,
  	\`sizes_thumbnail_avif_filesize\` numeric,
  	\`sizes_thumbnail_avif_filename\` text,
  	\`sizes_card_url\` text,
  	\`sizes_card_width\` numeric,
  	\`sizes_card_height\` numeric,
  	\`sizes_card_mime_type\` text,
  	\`sizes_card_filesize\` numeric,
  	\`sizes_card_filename\` text,
  	\`sizes_card_avif_url\` text,
  	\`sizes_card_avif_width\` numeric,
  	\`sizes_card_avif_height\` numeric,
  	\`sizes_card_avif_mime_type\` text,
  	\`sizes_card_avif_filesize\` numeric,
  	\`sizes_card_avif_filename\` text,
  	\`sizes_hero_url\` text,
  	\`sizes_hero_width\` numeric,
  	\`sizes_hero_height\` numeric,
  	\`sizes_hero_mime_type\` text,
  	\`sizes_hero_filesize\` numeric,
  	\`sizes_hero_filename\` text,
  	\`sizes_hero_avif_url\` text,
  	\`sizes_hero_avif_width\` numeric,
  	\`sizes_hero_avif_height\` numeric,
  	\`sizes_hero_avif_mime_type\` text,
  	\`sizes_hero_avif_filesize\` numeric,
  	\`sizes_hero_avif_filename\` text,
  	\`sizes_og_url\` text,
  	\`sizes_og_width\` numeric,
  	\`sizes_og_height\` numeric,
  	\`sizes_og_mime_type\` text,
  	\`sizes_og_filesize\` numeric,
  	\`sizes_og_filename\` text,
  	\`sizes_og_avif_url\` text,
  	\`sizes_og_avif_width\` numeric,
  	\`sizes_og_avif_height\` numeric,
  	\`sizes_og_avif_mime_type\` text,
  	\`sizes_og_avif_filesize\` numeric,
  	\`sizes_og_avif_filename\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`media_sha256_idx\` ON \`media\` (\`sha256\`);`)
  await db.run(sql`CREATE INDEX \`media_shown_idx\` ON \`media\` (\`shown\`);`)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(
    sql`CREATE INDEX \`media_sizes_thumbnail_sizes_thumbnail_filename_idx\` ON \`media\` (\`sizes_thumbnail_filename\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`media_sizes_thumbnail_avif_sizes_thumbnail_avif_filename_idx\` ON \`media\` (\`sizes_thumbnail_avif_filename\`);`,
  )
  await db.run(sql`CREATE INDEX \`media_sizes_card_sizes_card_filename_idx\` ON \`media\` (\`sizes_card_filename\`);`)
  await db.run(
    sql`CREATE INDEX \`media_sizes_card_avif_sizes_card_avif_filename_idx\` ON \`media\` (\`sizes_card_avif_filename\`);`,
  )
  await db.run(sql`CREATE INDEX \`media_sizes_hero_sizes_hero_filename_idx\` ON \`media\` (\`sizes_hero_filename\`);`)
  await db.run(
    sql`CREATE INDEX \`media_sizes_hero_avif_sizes_hero_avif_filename_idx\` ON \`media\` (\`sizes_hero_avif_filename\`);`,
  )
  await db.run(sql`CREATE INDEX \`media_sizes_og_sizes_og_filename_idx\` ON \`media\` (\`sizes_og_filename\`);`)
  await db.run(
    sql`CREATE INDEX \`media_sizes_og_avif_sizes_og_avif_filename_idx\` ON \`media\` (\`sizes_og_avif_filename\`);`,
  )
  await db.run(sql`CREATE TABLE \`sections\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`description\` text,
  	\`parent_id\` text(36),
  	\`generate_slug\` integer DEFAULT true,
  	\`slug\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`sections\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`sections_name_idx\` ON \`sections\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`sections_parent_idx\` ON \`sections\` (\`parent_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`sections_slug_idx\` ON \`sections\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`sections_updated_at_idx\` ON \`sections\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sections_created_at_idx\` ON \`sections\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`sections_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`sections\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`sections_rels_order_idx\` ON \`sections_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`sections_rels_parent_idx\` ON \`sections_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`sections_rels_path_idx\` ON \`sections_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`sections_rels_users_id_idx\` ON \`sections_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`topics\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`description\` text,
  	\`parent_id\` text(36),
  	\`generate_slug\` integer DEFAULT true,
  	\`slug\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`topics_name_idx\` ON \`topics\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`topics_parent_idx\` ON \`topics\` (\`parent_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`topics_slug_idx\` ON \`topics\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`topics_updated_at_idx\` ON \`topics\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`topics_created_at_idx\` ON \`topics\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`places\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`kind\` text DEFAULT 'country' NOT NULL,
  	\`country_code\` text,
  	\`m49\` text,
  	\`parent_id\` text(36),
  	\`generate_slug\` integer DEFAULT true,
  	\`slug\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`places\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`places_name_idx\` ON \`places\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`places_country_code_idx\` ON \`places\` (\`country_code\`);`)
  await db.run(sql`CREATE INDEX \`places_m49_idx\` ON \`places\` (\`m49\`);`)
  await db.run(sql`CREATE INDEX \`places_parent_idx\` ON \`places\` (\`parent_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`places_slug_idx\` ON \`places\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`places_updated_at_idx\` ON \`places\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`places_created_at_idx\` ON \`places\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`users_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_roles_order_idx\` ON \`users_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_roles_parent_idx\` ON \`users_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_rights\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_rights_order_idx\` ON \`users_rights\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_rights_parent_idx\` ON \`users_rights\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`active\` integer DEFAULT true,
  	\`author_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`users_name_idx\` ON \`users\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`users_author_idx\` ON \`users\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`dossiers\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`piece\` text NOT NULL,
  	\`collection\` text NOT NULL,
  	\`piece_id\` text NOT NULL,
  	\`title\` text,
  	\`stage\` text NOT NULL,
  	\`stage_since\` text NOT NULL,
  	\`owner\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`digest\` text NOT NULL,
  	\`live\` integer DEFAULT false NOT NULL,
  	\`retracted\` integer DEFAULT false NOT NULL,
  	\`signed\` integer DEFAULT false NOT NULL,
  	\`scheduled_at\` text,
  	\`unreviewed_since\` text,
  	\`due_at\` text,
  	\`state\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`dossiers_piece_idx\` ON \`dossiers\` (\`piece\`);`)
  await db.run(sql`CREATE INDEX \`dossiers_collection_idx\` ON \`dossiers\` (\`collection\`);`)
  await db.run(sql`CREATE INDEX \`dossiers_stage_idx\` ON \`dossiers\` (\`stage\`);`)
  await db.run(sql`CREATE INDEX \`dossiers_stage_since_idx\` ON \`dossiers\` (\`stage_since\`);`)
  await db.run(sql`CREATE INDEX \`dossiers_owner_idx\` ON \`dossiers\` (\`owner\`);`)
  await db.run(sql`CREATE INDEX \`dossiers_live_idx\` ON \`dossiers\` (\`live\`);`)
  await db.run(sql`CREATE INDEX \`dossiers_retracted_idx\` ON \`dossiers\` (\`retracted\`);`)
  await db.run(sql`CREATE INDEX \`dossiers_signed_idx\` ON \`dossiers\` (\`signed\`);`)
  await db.run(sql`CREATE INDEX \`dossiers_scheduled_at_idx\` ON \`dossiers\` (\`scheduled_at\`);`)
  await db.run(sql`CREATE INDEX \`dossiers_unreviewed_since_idx\` ON \`dossiers\` (\`unreviewed_since\`);`)
  await db.run(sql`CREATE INDEX \`dossiers_due_at_idx\` ON \`dossiers\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`dossiers_updated_at_idx\` ON \`dossiers\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`dossiers_created_at_idx\` ON \`dossiers\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`stage_stageSince_idx\` ON \`dossiers\` (\`stage\`,\`stage_since\`);`)
  await db.run(sql`CREATE INDEX \`collection_stage_idx\` ON \`dossiers\` (\`collection\`,\`stage\`);`)
  await db.run(sql`CREATE TABLE \`dossiers_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`dossiers\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`dossiers_texts_order_parent\` ON \`dossiers_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`dossiers_texts_text_idx\` ON \`dossiers_texts\` (\`text\`);`)
  await db.run(sql`CREATE TABLE \`dossiers_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`dossiers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`dossiers_rels_order_idx\` ON \`dossiers_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`dossiers_rels_parent_idx\` ON \`dossiers_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`dossiers_rels_path_idx\` ON \`dossiers_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`dossiers_rels_users_id_idx\` ON \`dossiers_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`workflow_events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`piece\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`transition\` text NOT NULL,
  	\`from\` text,
  	\`to\` text NOT NULL,
  	\`actor\` text NOT NULL,
  	\`accounts\` text,
  	\`digest\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`review\` text,
  	\`role\` text,
  	\`after_fast_track\` text,
  	\`reason\` text,
  	\`notice\` text,
  	\`due\` text,
  	\`code\` text,
  	\`writers\` text,
  	\`prev_hash\` text,
  	\`hash\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`workflow_events_piece_idx\` ON \`workflow_events\` (\`piece\`);`)
  await db.run(sql`CREATE INDEX \`workflow_events_actor_idx\` ON \`workflow_events\` (\`actor\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`piece_seq_idx\` ON \`workflow_events\` (\`piece\`,\`seq\`);`)
  await db.run(sql`CREATE TABLE \`moved_slugs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`collection\` text NOT NULL,
  	\`from\` text NOT NULL,
  	\`piece_id\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`moved_slugs_collection_idx\` ON \`moved_slugs\` (\`collection\`);`)
  await db.run(sql`CREATE INDEX \`moved_slugs_from_idx\` ON \`moved_slugs\` (\`from\`);`)
  await db.run(sql`CREATE INDEX \`moved_slugs_piece_id_idx\` ON \`moved_slugs\` (\`piece_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`collection_from_idx\` ON \`moved_slugs\` (\`collection\`,\`from\`);`)
  await db.run(sql`CREATE TABLE \`access_events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`at\` text NOT NULL,
  	\`event\` text NOT NULL,
  	\`account\` text,
  	\`email\` text,
  	\`actor\` text,
  	\`network\` text,
  	\`before\` text,
  	\`after\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`access_events_at_idx\` ON \`access_events\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`access_events_event_idx\` ON \`access_events\` (\`event\`);`)
  await db.run(sql`CREATE INDEX \`access_events_account_idx\` ON \`access_events\` (\`account\`);`)
  await db.run(sql`CREATE INDEX \`access_events_email_idx\` ON \`access_events\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`access_events_actor_idx\` ON \`access_events\` (\`actor\`);`)
  await db.run(sql`CREATE INDEX \`access_events_network_idx\` ON \`access_events\` (\`network\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`,
  )
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
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
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_articles_id_idx\` ON \`payload_locked_documents_rels\` (\`articles_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_news_teasers_id_idx\` ON \`payload_locked_documents_rels\` (\`news_teasers_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_authors_id_idx\` ON \`payload_locked_documents_rels\` (\`authors_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_sections_id_idx\` ON \`payload_locked_documents_rels\` (\`sections_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_places_id_idx\` ON \`payload_locked_documents_rels\` (\`places_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`,
  )
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(
    sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`,
  )
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(
    sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`,
  )
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`front\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`lead_id\` text(36),
  	\`list_length\` numeric DEFAULT 10 NOT NULL,
  	\`rail_length\` numeric DEFAULT 6 NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text,
  	FOREIGN KEY (\`lead_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`front_lead_idx\` ON \`front\` (\`lead_id\`);`)
  await db.run(sql`CREATE TABLE \`front_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`articles_id\` text(36),
  	\`news_teasers_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`front\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`news_teasers_id\`) REFERENCES \`news_teasers\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`front_rels_order_idx\` ON \`front_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`front_rels_parent_idx\` ON \`front_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`front_rels_path_idx\` ON \`front_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`front_rels_articles_id_idx\` ON \`front_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`front_rels_news_teasers_id_idx\` ON \`front_rels\` (\`news_teasers_id\`);`)
  await db.run(sql`CREATE TABLE \`newsroom_workflow_reviews_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`newsroom_workflow_reviews\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(
    sql`CREATE INDEX \`newsroom_workflow_reviews_roles_order_idx\` ON \`newsroom_workflow_reviews_roles\` (\`order\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`newsroom_workflow_reviews_roles_parent_idx\` ON \`newsroom_workflow_reviews_roles\` (\`parent_id\`);`,
  )
  await db.run(sql`CREATE TABLE \`newsroom_workflow_reviews_collections\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`newsroom_workflow_reviews\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(
    sql`CREATE INDEX \`newsroom_workflow_reviews_collections_order_idx\` ON \`newsroom_workflow_reviews_collections\` (\`order\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`newsroom_workflow_reviews_collections_parent_idx\` ON \`newsroom_workflow_reviews_collections\` (\`parent_id\`);`,
  )
  await db.run(sql`CREATE TABLE \`newsroom_workflow_reviews_genres\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`newsroom_workflow_reviews\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(
    sql`CREATE INDEX \`newsroom_workflow_reviews_genres_order_idx\` ON \`newsroom_workflow_reviews_genres\` (\`order\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`newsroom_workflow_reviews_genres_parent_idx\` ON \`newsroom_workflow_reviews_genres\` (\`parent_id\`);`,
  )
  await db.run(sql`CREATE TABLE \`newsroom_workflow_reviews\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`needed\` numeric DEFAULT 1 NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`newsroom\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`newsroom_workflow_reviews_order_idx\` ON \`newsroom_workflow_reviews\` (\`_order\`);`)
  await db.run(
    sql`CREATE INDEX \`newsroom_workflow_reviews_parent_id_idx\` ON \`newsroom_workflow_reviews\` (\`_parent_id\`);`,
  )
  await db.run(sql`CREATE TABLE \`newsroom\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text DEFAULT 'Newsroom' NOT NULL,
  	\`time_zone\` text DEFAULT 'UTC' NOT NULL,
  	\`excerpt_words_articles\` numeric DEFAULT 30 NOT NULL,
  	\`excerpt_words_news_teasers\` numeric DEFAULT 9 NOT NULL,
  	\`workflow_review_within_hours\` numeric DEFAULT 24 NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`newsroom_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`newsroom\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`newsroom_texts_order_parent\` ON \`newsroom_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`newsroom_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`sections_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`newsroom\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sections_id\`) REFERENCES \`sections\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`newsroom_rels_order_idx\` ON \`newsroom_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`newsroom_rels_parent_idx\` ON \`newsroom_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`newsroom_rels_path_idx\` ON \`newsroom_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`newsroom_rels_sections_id_idx\` ON \`newsroom_rels\` (\`sections_id\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`articles_credits\`;`)
  await db.run(sql`DROP TABLE \`articles_corrections\`;`)
  await db.run(sql`DROP TABLE \`articles\`;`)
  await db.run(sql`DROP TABLE \`articles_rels\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_version_credits\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_version_corrections\`;`)
  await db.run(sql`DROP TABLE \`_articles_v\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_rels\`;`)
  await db.run(sql`DROP TABLE \`news_teasers\`;`)
  await db.run(sql`DROP TABLE \`_news_teasers_v\`;`)
  await db.run(sql`DROP TABLE \`authors_affiliations\`;`)
  await db.run(sql`DROP TABLE \`authors\`;`)
  await db.run(sql`DROP TABLE \`authors_texts\`;`)
  await db.run(sql`DROP TABLE \`_authors_v_version_affiliations\`;`)
  await db.run(sql`DROP TABLE \`_authors_v\`;`)
  await db.run(sql`DROP TABLE \`_authors_v_texts\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`sections\`;`)
  await db.run(sql`DROP TABLE \`sections_rels\`;`)
  await db.run(sql`DROP TABLE \`topics\`;`)
  await db.run(sql`DROP TABLE \`places\`;`)
  await db.run(sql`DROP TABLE \`users_roles\`;`)
  await db.run(sql`DROP TABLE \`users_rights\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`dossiers\`;`)
  await db.run(sql`DROP TABLE \`dossiers_texts\`;`)
  await db.run(sql`DROP TABLE \`dossiers_rels\`;`)
  await db.run(sql`DROP TABLE \`workflow_events\`;`)
  await db.run(sql`DROP TABLE \`moved_slugs\`;`)
  await db.run(sql`DROP TABLE \`access_events\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
  await db.run(sql`DROP TABLE \`front\`;`)
  await db.run(sql`DROP TABLE \`front_rels\`;`)
  await db.run(sql`DROP TABLE \`newsroom_workflow_reviews_roles\`;`)
  await db.run(sql`DROP TABLE \`newsroom_workflow_reviews_collections\`;`)
  await db.run(sql`DROP TABLE \`newsroom_workflow_reviews_genres\`;`)
  await db.run(sql`DROP TABLE \`newsroom_workflow_reviews\`;`)
  await db.run(sql`DROP TABLE \`newsroom\`;`)
  await db.run(sql`DROP TABLE \`newsroom_texts\`;`)
  await db.run(sql`DROP TABLE \`newsroom_rels\`;`)
}
