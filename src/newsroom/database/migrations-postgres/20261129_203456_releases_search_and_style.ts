import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_users_mail_language" AS ENUM('en', 'fr', 'es', 'de');
  CREATE TYPE "public"."enum_style_rules_severity" AS ENUM('advice', 'blocks');
  CREATE TYPE "public"."enum_api_keys_scopes" AS ENUM('read:published', 'read:drafts');
  CREATE TYPE "public"."enum_releases_state" AS ENUM('open', 'scheduled', 'published');
  ALTER TYPE "public"."enum_users_notify_by_mail" ADD VALUE 'hourly' BEFORE 'daily';
  ALTER TYPE "public"."enum_access_events_event" ADD VALUE 'key_made';
  ALTER TYPE "public"."enum_access_events_event" ADD VALUE 'key_revoked';
  CREATE TABLE "style_rules" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"pattern" varchar NOT NULL,
  	"advice" varchar NOT NULL,
  	"severity" "enum_style_rules_severity" DEFAULT 'advice' NOT NULL,
  	"language" varchar,
  	"whole_words" boolean DEFAULT true,
  	"match_case" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "api_keys_scopes" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_api_keys_scopes",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "api_keys" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"expires_at" timestamp(3) with time zone,
  	"created_by_id" uuid,
  	"start" varchar,
  	"last_used_at" timestamp(3) with time zone,
  	"revoked_at" timestamp(3) with time zone,
  	"hash" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "preview_tokens" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"row" varchar NOT NULL,
  	"piece" varchar NOT NULL,
  	"maker" varchar NOT NULL,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "style_exceptions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"piece" varchar NOT NULL,
  	"digest" varchar NOT NULL,
  	"rule" varchar NOT NULL,
  	"path" varchar NOT NULL,
  	"start" numeric NOT NULL,
  	"exact" varchar NOT NULL,
  	"severity" varchar NOT NULL,
  	"author" varchar NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "releases" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"state" "enum_releases_state" NOT NULL,
  	"made_by" varchar NOT NULL,
  	"made_at" timestamp(3) with time zone NOT NULL,
  	"scheduled_at" timestamp(3) with time zone,
  	"scheduled_by" varchar,
  	"published_at" timestamp(3) with time zone,
  	"published_by" varchar,
  	"missed" jsonb,
  	"version" numeric NOT NULL
  );
  
  CREATE TABLE "release_pieces" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"release" varchar NOT NULL,
  	"piece" varchar NOT NULL,
  	"hold" varchar NOT NULL,
  	"digest" varchar NOT NULL,
  	"place" numeric NOT NULL,
  	"added_by" varchar NOT NULL,
  	"added_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "review_links" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"piece" varchar NOT NULL,
  	"digest" varchar NOT NULL,
  	"token" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"review" varchar,
  	"made_by" varchar NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"opened_at" timestamp(3) with time zone,
  	"revoked_by" varchar,
  	"revoked_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "search_live" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"piece" varchar NOT NULL,
  	"number" numeric NOT NULL,
  	"digest" varchar NOT NULL,
  	"at" numeric NOT NULL,
  	"title" varchar,
  	"text" varchar,
  	"tokens" varchar
  );
  
  CREATE TABLE "search_live_words" (
  	"id" varchar PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "search_newest" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"piece" varchar NOT NULL,
  	"number" numeric NOT NULL,
  	"digest" varchar NOT NULL,
  	"at" numeric NOT NULL,
  	"title" varchar,
  	"text" varchar,
  	"tokens" varchar
  );
  
  CREATE TABLE "search_newest_words" (
  	"id" varchar PRIMARY KEY NOT NULL
  );
  
  ALTER TABLE "media" ADD COLUMN "placeholder" varchar;
  ALTER TABLE "users" ADD COLUMN "mail_language" "enum_users_mail_language";
  ALTER TABLE "dossiers" ADD COLUMN "indexed" boolean;
  ALTER TABLE "workflow_events" ADD COLUMN "after" jsonb;
  ALTER TABLE "comments" ADD COLUMN "guest" varchar;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "style_rules_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "api_keys_id" uuid;
  ALTER TABLE "api_keys_scopes" ADD CONSTRAINT "api_keys_scopes_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "style_rules_updated_at_idx" ON "style_rules" USING btree ("updated_at");
  CREATE INDEX "style_rules_created_at_idx" ON "style_rules" USING btree ("created_at");
  CREATE INDEX "api_keys_scopes_order_idx" ON "api_keys_scopes" USING btree ("order");
  CREATE INDEX "api_keys_scopes_parent_idx" ON "api_keys_scopes" USING btree ("parent_id");
  CREATE INDEX "api_keys_created_by_idx" ON "api_keys" USING btree ("created_by_id");
  CREATE INDEX "api_keys_hash_idx" ON "api_keys" USING btree ("hash");
  CREATE INDEX "api_keys_updated_at_idx" ON "api_keys" USING btree ("updated_at");
  CREATE INDEX "api_keys_created_at_idx" ON "api_keys" USING btree ("created_at");
  CREATE UNIQUE INDEX "preview_tokens_row_idx" ON "preview_tokens" USING btree ("row");
  CREATE INDEX "preview_tokens_piece_idx" ON "preview_tokens" USING btree ("piece");
  CREATE INDEX "preview_tokens_expires_at_idx" ON "preview_tokens" USING btree ("expires_at");
  CREATE UNIQUE INDEX "style_exceptions_key_idx" ON "style_exceptions" USING btree ("key");
  CREATE INDEX "style_exceptions_piece_idx" ON "style_exceptions" USING btree ("piece");
  CREATE INDEX "releases_state_idx" ON "releases" USING btree ("state");
  CREATE INDEX "releases_made_at_idx" ON "releases" USING btree ("made_at");
  CREATE INDEX "releases_scheduled_at_idx" ON "releases" USING btree ("scheduled_at");
  CREATE INDEX "release_pieces_release_idx" ON "release_pieces" USING btree ("release");
  CREATE UNIQUE INDEX "release_pieces_hold_idx" ON "release_pieces" USING btree ("hold");
  CREATE INDEX "review_links_piece_idx" ON "review_links" USING btree ("piece");
  CREATE UNIQUE INDEX "review_links_token_idx" ON "review_links" USING btree ("token");
  CREATE UNIQUE INDEX "search_live_piece_idx" ON "search_live" USING btree ("piece");
  CREATE UNIQUE INDEX "search_live_number_idx" ON "search_live" USING btree ("number");
  CREATE UNIQUE INDEX "search_newest_piece_idx" ON "search_newest" USING btree ("piece");
  CREATE UNIQUE INDEX "search_newest_number_idx" ON "search_newest" USING btree ("number");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_style_rules_fk" FOREIGN KEY ("style_rules_id") REFERENCES "public"."style_rules"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_api_keys_fk" FOREIGN KEY ("api_keys_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "dossiers_indexed_idx" ON "dossiers" USING btree ("indexed");
  CREATE INDEX "workflow_events_at_idx" ON "workflow_events" USING btree ("at");
  CREATE INDEX "payload_locked_documents_rels_style_rules_id_idx" ON "payload_locked_documents_rels" USING btree ("style_rules_id");
  CREATE INDEX "payload_locked_documents_rels_api_keys_id_idx" ON "payload_locked_documents_rels" USING btree ("api_keys_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "style_rules" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "api_keys_scopes" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "api_keys" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "preview_tokens" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "style_exceptions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "releases" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "release_pieces" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "review_links" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "search_live" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "search_live_words" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "search_newest" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "search_newest_words" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "style_rules" CASCADE;
  DROP TABLE "api_keys_scopes" CASCADE;
  DROP TABLE "api_keys" CASCADE;
  DROP TABLE "preview_tokens" CASCADE;
  DROP TABLE "style_exceptions" CASCADE;
  DROP TABLE "releases" CASCADE;
  DROP TABLE "release_pieces" CASCADE;
  DROP TABLE "review_links" CASCADE;
  DROP TABLE "search_live" CASCADE;
  DROP TABLE "search_live_words" CASCADE;
  DROP TABLE "search_newest" CASCADE;
  DROP TABLE "search_newest_words" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_style_rules_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_api_keys_fk";
  
  ALTER TABLE "users" ALTER COLUMN "notify_by_mail" SET DATA TYPE text;
  ALTER TABLE "users" ALTER COLUMN "notify_by_mail" SET DEFAULT 'at_once'::text;
  DROP TYPE "public"."enum_users_notify_by_mail";
  CREATE TYPE "public"."enum_users_notify_by_mail" AS ENUM('at_once', 'daily', 'none');
  ALTER TABLE "users" ALTER COLUMN "notify_by_mail" SET DEFAULT 'at_once'::"public"."enum_users_notify_by_mail";
  ALTER TABLE "users" ALTER COLUMN "notify_by_mail" SET DATA TYPE "public"."enum_users_notify_by_mail" USING "notify_by_mail"::"public"."enum_users_notify_by_mail";
  ALTER TABLE "access_events" ALTER COLUMN "event" SET DATA TYPE text;
  DROP TYPE "public"."enum_access_events_event";
  CREATE TYPE "public"."enum_access_events_event" AS ENUM('login', 'login_failed', 'login_throttled', 'logout', 'unlock', 'reset_requested', 'password_reset', 'password_changed', 'email_changed', 'account_created', 'account_deleted', 'roles_changed', 'rights_changed', 'author_changed', 'account_closed', 'account_opened');
  ALTER TABLE "access_events" ALTER COLUMN "event" SET DATA TYPE "public"."enum_access_events_event" USING "event"::"public"."enum_access_events_event";
  DROP INDEX "dossiers_indexed_idx";
  DROP INDEX "workflow_events_at_idx";
  DROP INDEX "payload_locked_documents_rels_style_rules_id_idx";
  DROP INDEX "payload_locked_documents_rels_api_keys_id_idx";
  ALTER TABLE "media" DROP COLUMN "placeholder";
  ALTER TABLE "users" DROP COLUMN "mail_language";
  ALTER TABLE "dossiers" DROP COLUMN "indexed";
  ALTER TABLE "workflow_events" DROP COLUMN "after";
  ALTER TABLE "comments" DROP COLUMN "guest";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "style_rules_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "api_keys_id";
  DROP TYPE "public"."enum_users_mail_language";
  DROP TYPE "public"."enum_style_rules_severity";
  DROP TYPE "public"."enum_api_keys_scopes";
  DROP TYPE "public"."enum_releases_state";`)
}
