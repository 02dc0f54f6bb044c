import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_users_notify_by_mail" AS ENUM('at_once', 'daily', 'none');
  CREATE TYPE "public"."enum_webhooks_events" AS ENUM('piece.published', 'piece.updated', 'piece.moved', 'piece.withdrawn', 'piece.retracted', 'piece.expired');
  CREATE TYPE "public"."enum_webhooks_collections" AS ENUM('articles', 'authors', 'news-teasers');
  CREATE TYPE "public"."enum_webhook_deliveries_status" AS ENUM('pending', 'delivered', 'dead');
  CREATE TYPE "public"."enum_dossiers_priority" AS ENUM('normal', 'high', 'urgent');
  CREATE TABLE "webhooks_events" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_webhooks_events",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "webhooks_collections" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_webhooks_collections",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "webhooks" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"url" varchar NOT NULL,
  	"active" boolean DEFAULT true,
  	"secrets" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "webhooks_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"sections_id" uuid
  );
  
  CREATE TABLE "webhook_deliveries" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"message" varchar NOT NULL,
  	"webhook" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"type" varchar NOT NULL,
  	"status" "enum_webhook_deliveries_status" NOT NULL,
  	"attempts" numeric NOT NULL,
  	"next_at" timestamp(3) with time zone NOT NULL,
  	"body" varchar NOT NULL,
  	"tries" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "change_log" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"address" varchar NOT NULL,
  	"piece" varchar NOT NULL,
  	"collection" varchar NOT NULL,
  	"piece_id" varchar NOT NULL,
  	"slug" varchar,
  	"op" varchar NOT NULL,
  	"reason" varchar NOT NULL,
  	"digest" varchar NOT NULL,
  	"at" varchar NOT NULL,
  	"expires_at" timestamp(3) with time zone,
  	"noted" numeric NOT NULL,
  	"seq" numeric NOT NULL,
  	"mark" varchar
  );
  
  CREATE TABLE "change_batches" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"after" numeric NOT NULL,
  	"seq" numeric NOT NULL,
  	"mark" varchar NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "comments" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"piece" varchar NOT NULL,
  	"author" varchar NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"text" varchar,
  	"edited_at" timestamp(3) with time zone,
  	"parent" varchar,
  	"mentions" jsonb,
  	"anchor" jsonb,
  	"resolved_by" varchar,
  	"resolved_at" timestamp(3) with time zone,
  	"removed_by" varchar,
  	"removed_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "notifications" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"recipient" varchar NOT NULL,
  	"kind" varchar NOT NULL,
  	"piece" varchar NOT NULL,
  	"actor" varchar NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"comment" varchar,
  	"event" numeric,
  	"unread" boolean DEFAULT false NOT NULL,
  	"read_at" timestamp(3) with time zone,
  	"unsent" boolean DEFAULT false NOT NULL,
  	"mailed_at" timestamp(3) with time zone,
  	"claimed_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "leases" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"piece" varchar NOT NULL,
  	"turn" numeric NOT NULL,
  	"holder" varchar NOT NULL,
  	"taken_from" varchar,
  	"since" varchar NOT NULL,
  	"until" varchar NOT NULL
  );
  
  ALTER TABLE "users" ADD COLUMN "notify_by_mail" "enum_users_notify_by_mail" DEFAULT 'at_once';
  ALTER TABLE "dossiers" ADD COLUMN "autosaved_by" varchar;
  ALTER TABLE "dossiers" ADD COLUMN "missed_at" timestamp(3) with time zone;
  ALTER TABLE "dossiers" ADD COLUMN "words" numeric;
  ALTER TABLE "dossiers" ADD COLUMN "due_at" timestamp(3) with time zone;
  ALTER TABLE "dossiers" ADD COLUMN "priority" "enum_dossiers_priority";
  ALTER TABLE "dossiers" ADD COLUMN "assigned_by" varchar;
  ALTER TABLE "dossiers" ADD COLUMN "assigned_at" timestamp(3) with time zone;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "webhooks_id" uuid;
  ALTER TABLE "newsroom" ADD COLUMN "workflow_comments_block_sign_off" boolean DEFAULT false;
  ALTER TABLE "newsroom" ADD COLUMN "workflow_comments_block_publish" boolean DEFAULT false;
  ALTER TABLE "newsroom" ADD COLUMN "workflow_keep_notifications_days" numeric DEFAULT 90 NOT NULL;
  ALTER TABLE "webhooks_events" ADD CONSTRAINT "webhooks_events_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "webhooks_collections" ADD CONSTRAINT "webhooks_collections_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "webhooks_rels" ADD CONSTRAINT "webhooks_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "webhooks_rels" ADD CONSTRAINT "webhooks_rels_sections_fk" FOREIGN KEY ("sections_id") REFERENCES "public"."sections"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "webhooks_events_order_idx" ON "webhooks_events" USING btree ("order");
  CREATE INDEX "webhooks_events_parent_idx" ON "webhooks_events" USING btree ("parent_id");
  CREATE INDEX "webhooks_collections_order_idx" ON "webhooks_collections" USING btree ("order");
  CREATE INDEX "webhooks_collections_parent_idx" ON "webhooks_collections" USING btree ("parent_id");
  CREATE INDEX "webhooks_active_idx" ON "webhooks" USING btree ("active");
  CREATE INDEX "webhooks_updated_at_idx" ON "webhooks" USING btree ("updated_at");
  CREATE INDEX "webhooks_created_at_idx" ON "webhooks" USING btree ("created_at");
  CREATE INDEX "webhooks_rels_order_idx" ON "webhooks_rels" USING btree ("order");
  CREATE INDEX "webhooks_rels_parent_idx" ON "webhooks_rels" USING btree ("parent_id");
  CREATE INDEX "webhooks_rels_path_idx" ON "webhooks_rels" USING btree ("path");
  CREATE INDEX "webhooks_rels_sections_id_idx" ON "webhooks_rels" USING btree ("sections_id");
  CREATE UNIQUE INDEX "webhook_deliveries_message_idx" ON "webhook_deliveries" USING btree ("message");
  CREATE INDEX "webhook_deliveries_webhook_idx" ON "webhook_deliveries" USING btree ("webhook");
  CREATE INDEX "webhook_deliveries_type_idx" ON "webhook_deliveries" USING btree ("type");
  CREATE INDEX "webhook_deliveries_status_idx" ON "webhook_deliveries" USING btree ("status");
  CREATE INDEX "webhook_deliveries_next_at_idx" ON "webhook_deliveries" USING btree ("next_at");
  CREATE INDEX "webhook_deliveries_updated_at_idx" ON "webhook_deliveries" USING btree ("updated_at");
  CREATE INDEX "webhook_deliveries_created_at_idx" ON "webhook_deliveries" USING btree ("created_at");
  CREATE INDEX "status_nextAt_idx" ON "webhook_deliveries" USING btree ("status","next_at");
  CREATE UNIQUE INDEX "change_log_address_idx" ON "change_log" USING btree ("address");
  CREATE INDEX "change_log_piece_idx" ON "change_log" USING btree ("piece");
  CREATE INDEX "change_log_collection_idx" ON "change_log" USING btree ("collection");
  CREATE INDEX "change_log_expires_at_idx" ON "change_log" USING btree ("expires_at");
  CREATE INDEX "change_log_seq_idx" ON "change_log" USING btree ("seq");
  CREATE UNIQUE INDEX "change_batches_after_idx" ON "change_batches" USING btree ("after");
  CREATE INDEX "change_batches_seq_idx" ON "change_batches" USING btree ("seq");
  CREATE INDEX "change_batches_at_idx" ON "change_batches" USING btree ("at");
  CREATE INDEX "comments_piece_idx" ON "comments" USING btree ("piece");
  CREATE INDEX "notifications_piece_idx" ON "notifications" USING btree ("piece");
  CREATE INDEX "notifications_at_idx" ON "notifications" USING btree ("at");
  CREATE INDEX "notifications_unsent_idx" ON "notifications" USING btree ("unsent");
  CREATE INDEX "recipient_at_idx" ON "notifications" USING btree ("recipient","at");
  CREATE INDEX "recipient_unread_idx" ON "notifications" USING btree ("recipient","unread");
  CREATE INDEX "leases_piece_idx" ON "leases" USING btree ("piece");
  CREATE UNIQUE INDEX "piece_turn_idx" ON "leases" USING btree ("piece","turn");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_webhooks_fk" FOREIGN KEY ("webhooks_id") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "dossiers_missed_at_idx" ON "dossiers" USING btree ("missed_at");
  CREATE INDEX "dossiers_due_at_idx" ON "dossiers" USING btree ("due_at");
  CREATE INDEX "actor_at_idx" ON "workflow_events" USING btree ("actor","at");
  CREATE INDEX "payload_locked_documents_rels_webhooks_id_idx" ON "payload_locked_documents_rels" USING btree ("webhooks_id");`)
  // What the dossiers that are there would have if they had been written since.
  await db.execute(sql`
  UPDATE "dossiers" SET "missed_at" = ("state"->'missed'->>'at')::timestamptz;
  UPDATE "dossiers" SET "words" = (
    SELECT v."version_word_count" FROM "_articles_v" v WHERE v."parent_id"::text = "dossiers"."piece_id" AND v."latest" LIMIT 1
  ) WHERE "collection" = 'articles';
  INSERT INTO "dossiers_texts" ("order", "parent_id", "path", "text")
    SELECT j.place, d."id", 'writers', j.writer FROM "dossiers" d, jsonb_array_elements_text(
      CASE WHEN jsonb_array_length("state"->'writers') > 0 THEN "state"->'writers'
      WHEN jsonb_array_length(coalesce("state"#>'{live,writers}', '[]'::jsonb)) > 0 THEN "state"#>'{live,writers}'
      ELSE jsonb_build_array("owner") END) WITH ORDINALITY AS j(writer, place);
  INSERT INTO "dossiers_texts" ("order", "parent_id", "path", "text")
    SELECT 1, d."id", 'attributes', 'genre:' || v."version_genre" FROM "dossiers" d
    JOIN "_articles_v" v ON v."parent_id"::text = d."piece_id" AND v."latest"
    WHERE d."collection" = 'articles' AND v."version_genre" IS NOT NULL;
  INSERT INTO "dossiers_texts" ("order", "parent_id", "path", "text")
    SELECT 2, d."id", 'attributes', 'section:' || v."version_section_id" FROM "dossiers" d
    JOIN "_articles_v" v ON v."parent_id"::text = d."piece_id" AND v."latest"
    WHERE d."collection" = 'articles' AND v."version_section_id" IS NOT NULL;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DELETE FROM "dossiers_texts" WHERE "path" IN ('writers', 'attributes', 'assignees');`)
  await db.execute(sql`
   ALTER TABLE "webhooks_events" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "webhooks_collections" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "webhooks" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "webhooks_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "webhook_deliveries" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "change_log" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "change_batches" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "comments" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "notifications" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "leases" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "webhooks_events" CASCADE;
  DROP TABLE "webhooks_collections" CASCADE;
  DROP TABLE "webhooks" CASCADE;
  DROP TABLE "webhooks_rels" CASCADE;
  DROP TABLE "webhook_deliveries" CASCADE;
  DROP TABLE "change_log" CASCADE;
  DROP TABLE "change_batches" CASCADE;
  DROP TABLE "comments" CASCADE;
  DROP TABLE "notifications" CASCADE;
  DROP TABLE "leases" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_webhooks_fk";
  
  DROP INDEX "dossiers_missed_at_idx";
  DROP INDEX "dossiers_due_at_idx";
  DROP INDEX "actor_at_idx";
  DROP INDEX "payload_locked_documents_rels_webhooks_id_idx";
  ALTER TABLE "users" DROP COLUMN "notify_by_mail";
  ALTER TABLE "dossiers" DROP COLUMN "autosaved_by";
  ALTER TABLE "dossiers" DROP COLUMN "missed_at";
  ALTER TABLE "dossiers" DROP COLUMN "words";
  ALTER TABLE "dossiers" DROP COLUMN "due_at";
  ALTER TABLE "dossiers" DROP COLUMN "priority";
  ALTER TABLE "dossiers" DROP COLUMN "assigned_by";
  ALTER TABLE "dossiers" DROP COLUMN "assigned_at";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "webhooks_id";
  ALTER TABLE "newsroom" DROP COLUMN "workflow_comments_block_sign_off";
  ALTER TABLE "newsroom" DROP COLUMN "workflow_comments_block_publish";
  ALTER TABLE "newsroom" DROP COLUMN "workflow_keep_notifications_days";
  DROP TYPE "public"."enum_users_notify_by_mail";
  DROP TYPE "public"."enum_webhooks_events";
  DROP TYPE "public"."enum_webhooks_collections";
  DROP TYPE "public"."enum_webhook_deliveries_status";
  DROP TYPE "public"."enum_dossiers_priority";`)
}
