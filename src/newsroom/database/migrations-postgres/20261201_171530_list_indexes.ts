import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "articles_public_idx";
  DROP INDEX "news_teasers_public_idx";
  DROP INDEX "authors_public_idx";
  CREATE INDEX "articles_credits_in_credits_author_idx" ON "articles_credits" USING btree ("author_id","_parent_id");
  CREATE INDEX "articles_public_id_idx" ON "articles" USING btree ("_status","id","deleted_at");
  CREATE INDEX "articles_rels_in_topics_idx" ON "articles_rels" USING btree ("topics_id","parent_id","path");
  CREATE INDEX "articles_rels_in_places_idx" ON "articles_rels" USING btree ("places_id","parent_id","path");
  CREATE INDEX "news_teasers_public_id_idx" ON "news_teasers" USING btree ("_status","id","deleted_at");
  CREATE INDEX "authors_public_id_idx" ON "authors" USING btree ("_status","id","deleted_at");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "articles_credits_in_credits_author_idx";
  DROP INDEX "articles_public_id_idx";
  DROP INDEX "articles_rels_in_topics_idx";
  DROP INDEX "articles_rels_in_places_idx";
  DROP INDEX "news_teasers_public_id_idx";
  DROP INDEX "authors_public_id_idx";
  CREATE INDEX "articles_public_idx" ON "articles" USING btree ("_status","id");
  CREATE INDEX "news_teasers_public_idx" ON "news_teasers" USING btree ("_status","id");
  CREATE INDEX "authors_public_idx" ON "authors" USING btree ("_status","id");`)
}
