import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_articles_credits_role" AS ENUM('author', 'contributor', 'editor', 'translator', 'photographer', 'illustrator');
  CREATE TYPE "public"."enum_articles_corrections_kind" AS ENUM('correction', 'clarification', 'update');
  CREATE TYPE "public"."enum_articles_genre" AS ENUM('analysis', 'opinion', 'report', 'interview', 'communique', 'editorial');
  CREATE TYPE "public"."enum_articles_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__articles_v_version_credits_role" AS ENUM('author', 'contributor', 'editor', 'translator', 'photographer', 'illustrator');
  CREATE TYPE "public"."enum__articles_v_version_corrections_kind" AS ENUM('correction', 'clarification', 'update');
  CREATE TYPE "public"."enum__articles_v_version_genre" AS ENUM('analysis', 'opinion', 'report', 'interview', 'communique', 'editorial');
  CREATE TYPE "public"."enum__articles_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_news_teasers_target_kind" AS ENUM('article', 'external');
  CREATE TYPE "public"."enum_news_teasers_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__news_teasers_v_version_target_kind" AS ENUM('article', 'external');
  CREATE TYPE "public"."enum__news_teasers_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_authors_affiliations_country" AS ENUM('AF', 'AX', 'AL', 'DZ', 'AS', 'AD', 'AO', 'AI', 'AQ', 'AG', 'AR', 'AM', 'AW', 'AU', 'AT', 'AZ', 'BS', 'BH', 'BD', 'BB', 'BY', 'BE', 'BZ', 'BJ', 'BM', 'BT', 'BO', 'BA', 'BW', 'BV', 'BR', 'IO', 'VG', 'BN', 'BG', 'BF', 'BI', 'KH', 'CM', 'CA', 'CV', 'BQ', 'KY', 'CF', 'TD', 'CL', 'CN', 'CX', 'CC', 'CO', 'KM', 'CG', 'CD', 'CK', 'CR', 'CI', 'HR', 'CU', 'CW', 'CY', 'CZ', 'DK', 'DJ', 'DM', 'DO', 'EC', 'EG', 'SV', 'GQ', 'ER', 'EE', 'SZ', 'ET', 'FK', 'FO', 'FJ', 'FI', 'FR', 'GF', 'PF', 'TF', 'GA', 'GM', 'GE', 'DE', 'GH', 'GI', 'GR', 'GL', 'GD', 'GP', 'GU', 'GT', 'GG', 'GN', 'GW', 'GY', 'HT', 'HM', 'HN', 'HK', 'HU', 'IS', 'IN', 'ID', 'IR', 'IQ', 'IE', 'IM', 'IL', 'IT', 'JM', 'JP', 'JE', 'JO', 'KZ', 'KE', 'KI', 'KW', 'KG', 'LA', 'LV', 'LB', 'LS', 'LR', 'LY', 'LI', 'LT', 'LU', 'MO', 'MG', 'MW', 'MY', 'MV', 'ML', 'MT', 'MH', 'MQ', 'MR', 'MU', 'YT', 'MX', 'FM', 'MD', 'MC', 'MN', 'ME', 'MS', 'MA', 'MZ', 'MM', 'NA', 'NR', 'NP', 'NL', 'NC', 'NZ', 'NI', 'NE', 'NG', 'NU', 'NF', 'KP', 'MK', 'MP', 'NO', 'OM', 'PK', 'PW', 'PS', 'PA', 'PG', 'PY', 'PE', 'PH', 'PN', 'PL', 'PT', 'PR', 'QA', 'RE', 'RO', 'RU', 'RW', 'WS', 'SM', 'ST', 'SA', 'SN', 'RS', 'SC', 'SL', 'SG', 'SX', 'SK', 'SI', 'SB', 'SO', 'ZA', 'GS', 'KR', 'SS', 'ES', 'LK', 'BL', 'SH', 'KN', 'LC', 'MF', 'PM', 'VC', 'SD', 'SR', 'SJ', 'SE', 'CH', 'SY', 'TW', 'TJ', 'TZ', 'TH', 'TL', 'TG', 'TK', 'TO', 'TT', 'TN', 'TR', 'TM', 'TC', 'TV', 'UM', 'VI', 'UG', 'UA', 'AE', 'GB', 'US', 'UY', 'UZ', 'VU', 'VA', 'VE', 'VN', 'WF', 'EH', 'YE', 'ZM', 'ZW');
  CREATE TYPE "public"."enum_authors_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__authors_v_version_affiliations_country" AS ENUM('AF', 'AX', 'AL', 'DZ', 'AS', 'AD', 'AO', 'AI', 'AQ', 'AG', 'AR', 'AM', 'AW', 'AU', 'AT', 'AZ', 'BS', 'BH', 'BD', 'BB', 'BY', 'BE', 'BZ', 'BJ', 'BM', 'BT', 'BO', 'BA', 'BW', 'BV', 'BR', 'IO', 'VG', 'BN', 'BG', 'BF', 'BI', 'KH', 'CM', 'CA', 'CV', 'BQ', 'KY', 'CF', 'TD', 'CL', 'CN', 'CX', 'CC', 'CO', 'KM', 'CG', 'CD', 'CK', 'CR', 'CI', 'HR', 'CU', 'CW', 'CY', 'CZ', 'DK', 'DJ', 'DM', 'DO', 'EC', 'EG', 'SV', 'GQ', 'ER', 'EE', 'SZ', 'ET', 'FK', 'FO', 'FJ', 'FI', 'FR', 'GF', 'PF', 'TF', 'GA', 'GM', 'GE', 'DE', 'GH', 'GI', 'GR', 'GL', 'GD', 'GP', 'GU', 'GT', 'GG', 'GN', 'GW', 'GY', 'HT', 'HM', 'HN', 'HK', 'HU', 'IS', 'IN', 'ID', 'IR', 'IQ', 'IE', 'IM', 'IL', 'IT', 'JM', 'JP', 'JE', 'JO', 'KZ', 'KE', 'KI', 'KW', 'KG', 'LA', 'LV', 'LB', 'LS', 'LR', 'LY', 'LI', 'LT', 'LU', 'MO', 'MG', 'MW', 'MY', 'MV', 'ML', 'MT', 'MH', 'MQ', 'MR', 'MU', 'YT', 'MX', 'FM', 'MD', 'MC', 'MN', 'ME', 'MS', 'MA', 'MZ', 'MM', 'NA', 'NR', 'NP', 'NL', 'NC', 'NZ', 'NI', 'NE', 'NG', 'NU', 'NF', 'KP', 'MK', 'MP', 'NO', 'OM', 'PK', 'PW', 'PS', 'PA', 'PG', 'PY', 'PE', 'PH', 'PN', 'PL', 'PT', 'PR', 'QA', 'RE', 'RO', 'RU', 'RW', 'WS', 'SM', 'ST', 'SA', 'SN', 'RS', 'SC', 'SL', 'SG', 'SX', 'SK', 'SI', 'SB', 'SO', 'ZA', 'GS', 'KR', 'SS', 'ES', 'LK', 'BL', 'SH', 'KN', 'LC', 'MF', 'PM', 'VC', 'SD', 'SR', 'SJ', 'SE', 'CH', 'SY', 'TW', 'TJ', 'TZ', 'TH', 'TL', 'TG', 'TK', 'TO', 'TT', 'TN', 'TR', 'TM', 'TC', 'TV', 'UM', 'VI', 'UG', 'UA', 'AE', 'GB', 'US', 'UY', 'UZ', 'VU', 'VA', 'VE', 'VN', 'WF', 'EH', 'YE', 'ZM', 'ZW');
  CREATE TYPE "public"."enum__authors_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_media_licence" AS ENUM('own', 'agency', 'permission', 'press', 'CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-ND-4.0', 'CC-BY-NC-4.0', 'CC0-1.0', 'public-domain');
  CREATE TYPE "public"."enum_places_kind" AS ENUM('region', 'country', 'place');
  CREATE TYPE "public"."enum_places_country_code" AS ENUM('AF', 'AX', 'AL', 'DZ', 'AS', 'AD', 'AO', 'AI', 'AQ', 'AG', 'AR', 'AM', 'AW', 'AU', 'AT', 'AZ', 'BS', 'BH', 'BD', 'BB', 'BY', 'BE', 'BZ', 'BJ', 'BM', 'BT', 'BO', 'BA', 'BW', 'BV', 'BR', 'IO', 'VG', 'BN', 'BG', 'BF', 'BI', 'KH', 'CM', 'CA', 'CV', 'BQ', 'KY', 'CF', 'TD', 'CL', 'CN', 'CX', 'CC', 'CO', 'KM', 'CG', 'CD', 'CK', 'CR', 'CI', 'HR', 'CU', 'CW', 'CY', 'CZ', 'DK', 'DJ', 'DM', 'DO', 'EC', 'EG', 'SV', 'GQ', 'ER', 'EE', 'SZ', 'ET', 'FK', 'FO', 'FJ', 'FI', 'FR', 'GF', 'PF', 'TF', 'GA', 'GM', 'GE', 'DE', 'GH', 'GI', 'GR', 'GL', 'GD', 'GP', 'GU', 'GT', 'GG', 'GN', 'GW', 'GY', 'HT', 'HM', 'HN', 'HK', 'HU', 'IS', 'IN', 'ID', 'IR', 'IQ', 'IE', 'IM', 'IL', 'IT', 'JM', 'JP', 'JE', 'JO', 'KZ', 'KE', 'KI', 'KW', 'KG', 'LA', 'LV', 'LB', 'LS', 'LR', 'LY', 'LI', 'LT', 'LU', 'MO', 'MG', 'MW', 'MY', 'MV', 'ML', 'MT', 'MH', 'MQ', 'MR', 'MU', 'YT', 'MX', 'FM', 'MD', 'MC', 'MN', 'ME', 'MS', 'MA', 'MZ', 'MM', 'NA', 'NR', 'NP', 'NL', 'NC', 'NZ', 'NI', 'NE', 'NG', 'NU', 'NF', 'KP', 'MK', 'MP', 'NO', 'OM', 'PK', 'PW', 'PS', 'PA', 'PG', 'PY', 'PE', 'PH', 'PN', 'PL', 'PT', 'PR', 'QA', 'RE', 'RO', 'RU', 'RW', 'WS', 'SM', 'ST', 'SA', 'SN', 'RS', 'SC', 'SL', 'SG', 'SX', 'SK', 'SI', 'SB', 'SO', 'ZA', 'GS', 'KR', 'SS', 'ES', 'LK', 'BL', 'SH', 'KN', 'LC', 'MF', 'PM', 'VC', 'SD', 'SR', 'SJ', 'SE', 'CH', 'SY', 'TW', 'TJ', 'TZ', 'TH', 'TL', 'TG', 'TK', 'TO', 'TT', 'TN', 'TR', 'TM', 'TC', 'TV', 'UM', 'VI', 'UG', 'UA', 'AE', 'GB', 'US', 'UY', 'UZ', 'VU', 'VA', 'VE', 'VN', 'WF', 'EH', 'YE', 'ZM', 'ZW');
  CREATE TYPE "public"."enum_places_m49" AS ENUM('002', '019', '142', '053', '029', '013', '143', '014', '030', '151', '150', '419', '054', '057', '017', '003', '015', '021', '154', '009', '061', '005', '035', '018', '034', '039', '202', '011', '145', '155', '001');
  CREATE TYPE "public"."enum_users_roles" AS ENUM('contributor', 'editor', 'reviewer', 'publisher', 'admin');
  CREATE TYPE "public"."enum_users_rights" AS ENUM('breaking');
  CREATE TYPE "public"."enum_dossiers_stage" AS ENUM('draft', 'in_review', 'changes_requested', 'approved', 'scheduled', 'published', 'withdrawn', 'retracted', 'spiked');
  CREATE TYPE "public"."enum_access_events_event" AS ENUM('login', 'login_failed', 'login_throttled', 'logout', 'unlock', 'reset_requested', 'password_reset', 'password_changed', 'email_changed', 'account_created', 'account_deleted', 'roles_changed', 'rights_changed', 'author_changed', 'account_closed', 'account_opened');
  CREATE TYPE "public"."enum_newsroom_workflow_reviews_roles" AS ENUM('contributor', 'editor', 'reviewer', 'publisher');
  CREATE TYPE "public"."enum_newsroom_workflow_reviews_collections" AS ENUM('articles', 'authors', 'news-teasers');
  CREATE TYPE "public"."enum_newsroom_workflow_reviews_genres" AS ENUM('analysis', 'opinion', 'report', 'interview', 'communique', 'editorial');
  CREATE TABLE "articles_credits" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"author_id" uuid,
  	"role" "enum_articles_credits_role" DEFAULT 'author',
  	"credited_as" varchar,
  	"affiliation_at_publication" varchar
  );
  
  CREATE TABLE "articles_corrections" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"kind" "enum_articles_corrections_kind" DEFAULT 'correction',
  	"at" timestamp(3) with time zone,
  	"text" varchar
  );
  
  CREATE TABLE "articles" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"headline" varchar,
  	"standfirst" varchar,
  	"body" jsonb,
  	"byline" varchar,
  	"dateline" varchar,
  	"lead_image_id" uuid,
  	"lead_image_caption" varchar,
  	"lead_image_credit" varchar,
  	"kicker" varchar,
  	"excerpt" varchar,
  	"seo_title" varchar,
  	"seo_description" varchar,
  	"seo_image_id" uuid,
  	"canonical_url" varchar,
  	"word_count" numeric,
  	"reading_minutes" numeric,
  	"first_published_at" timestamp(3) with time zone,
  	"published_at" timestamp(3) with time zone,
  	"excerpt_truncated" boolean DEFAULT false,
  	"excerpt_manual" boolean DEFAULT false,
  	"source_kind" varchar,
  	"source_uri" varchar,
  	"source_key" varchar,
  	"source_hash" varchar,
  	"source_imported_at" timestamp(3) with time zone,
  	"generate_slug" boolean DEFAULT true,
  	"slug" varchar,
  	"section_id" uuid,
  	"genre" "enum_articles_genre",
  	"language" varchar,
  	"embargo_until" timestamp(3) with time zone,
  	"created_by" varchar,
  	"changed_by" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"headline_sort_key" varchar,
  	"kicker_sort_key" varchar,
  	"byline_sort_key" varchar,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_articles_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "articles_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"topics_id" uuid,
  	"places_id" uuid,
  	"articles_id" uuid
  );
  
  CREATE TABLE "_articles_v_version_credits" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"author_id" uuid,
  	"role" "enum__articles_v_version_credits_role" DEFAULT 'author',
  	"credited_as" varchar,
  	"affiliation_at_publication" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_articles_v_version_corrections" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"kind" "enum__articles_v_version_corrections_kind" DEFAULT 'correction',
  	"at" timestamp(3) with time zone,
  	"text" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_articles_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_headline" varchar,
  	"version_standfirst" varchar,
  	"version_body" jsonb,
  	"version_byline" varchar,
  	"version_dateline" varchar,
  	"version_lead_image_id" uuid,
  	"version_lead_image_caption" varchar,
  	"version_lead_image_credit" varchar,
  	"version_kicker" varchar,
  	"version_excerpt" varchar,
  	"version_seo_title" varchar,
  	"version_seo_description" varchar,
  	"version_seo_image_id" uuid,
  	"version_canonical_url" varchar,
  	"version_word_count" numeric,
  	"version_reading_minutes" numeric,
  	"version_first_published_at" timestamp(3) with time zone,
  	"version_published_at" timestamp(3) with time zone,
  	"version_excerpt_truncated" boolean DEFAULT false,
  	"version_excerpt_manual" boolean DEFAULT false,
  	"version_source_kind" varchar,
  	"version_source_uri" varchar,
  	"version_source_key" varchar,
  	"version_source_hash" varchar,
  	"version_source_imported_at" timestamp(3) with time zone,
  	"version_generate_slug" boolean DEFAULT true,
  	"version_slug" varchar,
  	"version_section_id" uuid,
  	"version_genre" "enum__articles_v_version_genre",
  	"version_language" varchar,
  	"version_embargo_until" timestamp(3) with time zone,
  	"version_created_by" varchar,
  	"version_changed_by" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_headline_sort_key" varchar,
  	"version_kicker_sort_key" varchar,
  	"version_byline_sort_key" varchar,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__articles_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "_articles_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"topics_id" uuid,
  	"places_id" uuid,
  	"articles_id" uuid
  );
  
  CREATE TABLE "news_teasers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"headline" varchar,
  	"excerpt" varchar,
  	"target_kind" "enum_news_teasers_target_kind",
  	"target_article_id" uuid,
  	"target_url" varchar,
  	"target_source_name" varchar,
  	"kicker" varchar,
  	"image_id" uuid,
  	"excerpt_truncated" boolean DEFAULT false,
  	"excerpt_manual" boolean DEFAULT false,
  	"published_at" timestamp(3) with time zone,
  	"source_kind" varchar,
  	"source_uri" varchar,
  	"source_key" varchar,
  	"source_hash" varchar,
  	"source_imported_at" timestamp(3) with time zone,
  	"generate_slug" boolean DEFAULT true,
  	"slug" varchar,
  	"language" varchar,
  	"pinned" boolean DEFAULT false,
  	"rank" numeric DEFAULT 0,
  	"expires_at" timestamp(3) with time zone,
  	"created_by" varchar,
  	"changed_by" varchar,
  	"first_published_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"headline_sort_key" varchar,
  	"kicker_sort_key" varchar,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_news_teasers_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_news_teasers_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_headline" varchar,
  	"version_excerpt" varchar,
  	"version_target_kind" "enum__news_teasers_v_version_target_kind",
  	"version_target_article_id" uuid,
  	"version_target_url" varchar,
  	"version_target_source_name" varchar,
  	"version_kicker" varchar,
  	"version_image_id" uuid,
  	"version_excerpt_truncated" boolean DEFAULT false,
  	"version_excerpt_manual" boolean DEFAULT false,
  	"version_published_at" timestamp(3) with time zone,
  	"version_source_kind" varchar,
  	"version_source_uri" varchar,
  	"version_source_key" varchar,
  	"version_source_hash" varchar,
  	"version_source_imported_at" timestamp(3) with time zone,
  	"version_generate_slug" boolean DEFAULT true,
  	"version_slug" varchar,
  	"version_language" varchar,
  	"version_pinned" boolean DEFAULT false,
  	"version_rank" numeric DEFAULT 0,
  	"version_expires_at" timestamp(3) with time zone,
  	"version_created_by" varchar,
  	"version_changed_by" varchar,
  	"version_first_published_at" timestamp(3) with time zone,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_headline_sort_key" varchar,
  	"version_kicker_sort_key" varchar,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__news_teasers_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "authors_affiliations" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"organization" varchar,
  	"department" varchar,
  	"country" "enum_authors_affiliations_country"
  );
  
  CREATE TABLE "authors" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"display_name" varchar,
  	"full_name" varchar,
  	"sort_name" varchar,
  	"honorific_prefix" varchar,
  	"job_title" varchar,
  	"biography" jsonb,
  	"short_bio" varchar,
  	"portrait_id" uuid,
  	"source_kind" varchar,
  	"source_uri" varchar,
  	"source_key" varchar,
  	"source_hash" varchar,
  	"source_imported_at" timestamp(3) with time zone,
  	"generate_slug" boolean DEFAULT true,
  	"slug" varchar,
  	"created_by" varchar,
  	"changed_by" varchar,
  	"published_at" timestamp(3) with time zone,
  	"first_published_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"display_name_sort_key" varchar,
  	"sort_name_sort_key" varchar,
  	"full_name_sort_key" varchar,
  	"job_title_sort_key" varchar,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_authors_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "authors_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "_authors_v_version_affiliations" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"organization" varchar,
  	"department" varchar,
  	"country" "enum__authors_v_version_affiliations_country",
  	"_uuid" varchar
  );
  
  CREATE TABLE "_authors_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_display_name" varchar,
  	"version_full_name" varchar,
  	"version_sort_name" varchar,
  	"version_honorific_prefix" varchar,
  	"version_job_title" varchar,
  	"version_biography" jsonb,
  	"version_short_bio" varchar,
  	"version_portrait_id" uuid,
  	"version_source_kind" varchar,
  	"version_source_uri" varchar,
  	"version_source_key" varchar,
  	"version_source_hash" varchar,
  	"version_source_imported_at" timestamp(3) with time zone,
  	"version_generate_slug" boolean DEFAULT true,
  	"version_slug" varchar,
  	"version_created_by" varchar,
  	"version_changed_by" varchar,
  	"version_published_at" timestamp(3) with time zone,
  	"version_first_published_at" timestamp(3) with time zone,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_display_name_sort_key" varchar,
  	"version_sort_name_sort_key" varchar,
  	"version_full_name_sort_key" varchar,
  	"version_job_title_sort_key" varchar,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__authors_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "_authors_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "media" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"alt" varchar NOT NULL,
  	"caption" varchar,
  	"credit" varchar,
  	"licence" "enum_media_licence",
  	"sha256" varchar,
  	"shown_by" jsonb,
  	"shown" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"alt_sort_key" varchar,
  	"credit_sort_key" varchar,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric,
  	"sizes_thumbnail_url" varchar,
  	"sizes_thumbnail_width" numeric,
  	"sizes_thumbnail_height" numeric,
  	"sizes_thumbnail_mime_type" varchar,
  	"sizes_thumbnail_filesize" numeric,
  	"sizes_thumbnail_filename" varchar,
  	"sizes_thumbnail_avif_url" varchar,
  	"sizes_thumbnail_avif_width" numeric,
  	"sizes_thumbnail_avif_height" numeric,
  	"sizes_thumbnail_avif_mime_type" varchar,
  	"sizes_thumbnail_avif_filesize" numeric,
  	"sizes_thumbnail_avif_filename" varchar,
  	"sizes_card_url" varchar,
  	"sizes_card_width" numeric,
  	"sizes_card_height" numeric,
  	"sizes_card_mime_type" varchar,
  	"sizes_card_filesize" numeric,
  	"sizes_card_filename" varchar,
  	"sizes_card_avif_url" varchar,
  	"sizes_card_avif_width" numeric,
  	"sizes_card_avif_height" numeric,
  	"sizes_card_avif_mime_type" varchar,
  	"sizes_card_avif_filesize" numeric,
  	"sizes_card_avif_filename" varchar,
  	"sizes_hero_url" varchar,
  	"sizes_hero_width" numeric,
  	"sizes_hero_height" numeric,
  	"sizes_hero_mime_type" varchar,
  	"sizes_hero_filesize" numeric,
  	"sizes_hero_filename" varchar,
  	"sizes_hero_avif_url" varchar,
  	"sizes_hero_avif_width" numeric,
  	"sizes_hero_avif_height" numeric,
  	"sizes_hero_avif_mime_type" varchar,
  	"sizes_hero_avif_filesize" numeric,
  	"sizes_hero_avif_filename" varchar,
  	"sizes_og_url" varchar,
  	"sizes_og_width" numeric,
  	"sizes_og_height" numeric,
  	"sizes_og_mime_type" varchar,
  	"sizes_og_filesize" numeric,
  	"sizes_og_filename" varchar,
  	"sizes_og_avif_url" varchar,
  	"sizes_og_avif_width" numeric,
  	"sizes_og_avif_height" numeric,
  	"sizes_og_avif_mime_type" varchar,
  	"sizes_og_avif_filesize" numeric,
  	"sizes_og_avif_filename" varchar
  );
  
  CREATE TABLE "sections" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"description" varchar,
  	"parent_id" uuid,
  	"generate_slug" boolean DEFAULT true,
  	"slug" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"name_sort_key" varchar
  );
  
  CREATE TABLE "sections_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "topics" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"description" varchar,
  	"parent_id" uuid,
  	"generate_slug" boolean DEFAULT true,
  	"slug" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"name_sort_key" varchar
  );
  
  CREATE TABLE "places" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"kind" "enum_places_kind" DEFAULT 'country' NOT NULL,
  	"country_code" "enum_places_country_code",
  	"m49" "enum_places_m49",
  	"parent_id" uuid,
  	"generate_slug" boolean DEFAULT true,
  	"slug" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"name_sort_key" varchar
  );
  
  CREATE TABLE "users_roles" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_users_roles",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "users_rights" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_users_rights",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"active" boolean DEFAULT true,
  	"author_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"name_sort_key" varchar,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar
  );
  
  CREATE TABLE "dossiers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"piece" varchar NOT NULL,
  	"collection" varchar NOT NULL,
  	"piece_id" varchar NOT NULL,
  	"title" varchar,
  	"stage" "enum_dossiers_stage" NOT NULL,
  	"stage_since" timestamp(3) with time zone NOT NULL,
  	"owner" varchar NOT NULL,
  	"seq" numeric NOT NULL,
  	"digest" varchar NOT NULL,
  	"live" boolean DEFAULT false NOT NULL,
  	"retracted" boolean DEFAULT false NOT NULL,
  	"signed" boolean DEFAULT false NOT NULL,
  	"scheduled_at" timestamp(3) with time zone,
  	"unreviewed_since" timestamp(3) with time zone,
  	"state" jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "dossiers_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "workflow_events" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"piece" varchar NOT NULL,
  	"seq" numeric NOT NULL,
  	"transition" varchar NOT NULL,
  	"from" varchar,
  	"to" varchar NOT NULL,
  	"actor" varchar NOT NULL,
  	"accounts" jsonb,
  	"digest" varchar NOT NULL,
  	"at" varchar NOT NULL,
  	"review" varchar,
  	"role" varchar,
  	"after_fast_track" varchar,
  	"reason" varchar,
  	"notice" varchar,
  	"due" varchar,
  	"code" varchar,
  	"writers" jsonb,
  	"prev_hash" varchar,
  	"hash" varchar NOT NULL
  );
  
  CREATE TABLE "moved_slugs" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"collection" varchar NOT NULL,
  	"from" varchar NOT NULL,
  	"piece_id" varchar NOT NULL
  );
  
  CREATE TABLE "access_events" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"event" "enum_access_events_event" NOT NULL,
  	"account" varchar,
  	"email" varchar,
  	"actor" varchar,
  	"network" varchar,
  	"before" jsonb,
  	"after" jsonb
  );
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"articles_id" uuid,
  	"news_teasers_id" uuid,
  	"authors_id" uuid,
  	"media_id" uuid,
  	"sections_id" uuid,
  	"topics_id" uuid,
  	"places_id" uuid,
  	"users_id" uuid
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "front" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"lead_id" uuid,
  	"list_length" numeric DEFAULT 10 NOT NULL,
  	"rail_length" numeric DEFAULT 6 NOT NULL,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "front_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"articles_id" uuid,
  	"news_teasers_id" uuid
  );
  
  CREATE TABLE "newsroom_workflow_reviews_roles" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "enum_newsroom_workflow_reviews_roles",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "newsroom_workflow_reviews_collections" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "enum_newsroom_workflow_reviews_collections",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "newsroom_workflow_reviews_genres" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "enum_newsroom_workflow_reviews_genres",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "newsroom_workflow_reviews" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"needed" numeric DEFAULT 1 NOT NULL
  );
  
  CREATE TABLE "newsroom" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar DEFAULT 'Newsroom' NOT NULL,
  	"time_zone" varchar DEFAULT 'UTC' NOT NULL,
  	"excerpt_words_articles" numeric DEFAULT 30 NOT NULL,
  	"excerpt_words_news_teasers" numeric DEFAULT 9 NOT NULL,
  	"workflow_review_within_hours" numeric DEFAULT 24 NOT NULL,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "newsroom_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "newsroom_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"sections_id" uuid
  );
  
  ALTER TABLE "articles_credits" ADD CONSTRAINT "articles_credits_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles_credits" ADD CONSTRAINT "articles_credits_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles_corrections" ADD CONSTRAINT "articles_corrections_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_lead_image_id_media_id_fk" FOREIGN KEY ("lead_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_seo_image_id_media_id_fk" FOREIGN KEY ("seo_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles_rels" ADD CONSTRAINT "articles_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles_rels" ADD CONSTRAINT "articles_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles_rels" ADD CONSTRAINT "articles_rels_places_fk" FOREIGN KEY ("places_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles_rels" ADD CONSTRAINT "articles_rels_articles_fk" FOREIGN KEY ("articles_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_version_credits" ADD CONSTRAINT "_articles_v_version_credits_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v_version_credits" ADD CONSTRAINT "_articles_v_version_credits_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_articles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_version_corrections" ADD CONSTRAINT "_articles_v_version_corrections_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_articles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_parent_id_articles_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_lead_image_id_media_id_fk" FOREIGN KEY ("version_lead_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_seo_image_id_media_id_fk" FOREIGN KEY ("version_seo_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_section_id_sections_id_fk" FOREIGN KEY ("version_section_id") REFERENCES "public"."sections"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v_rels" ADD CONSTRAINT "_articles_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_articles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_rels" ADD CONSTRAINT "_articles_v_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_rels" ADD CONSTRAINT "_articles_v_rels_places_fk" FOREIGN KEY ("places_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_rels" ADD CONSTRAINT "_articles_v_rels_articles_fk" FOREIGN KEY ("articles_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "news_teasers" ADD CONSTRAINT "news_teasers_target_article_id_articles_id_fk" FOREIGN KEY ("target_article_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "news_teasers" ADD CONSTRAINT "news_teasers_image_id_media_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_news_teasers_v" ADD CONSTRAINT "_news_teasers_v_parent_id_news_teasers_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."news_teasers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_news_teasers_v" ADD CONSTRAINT "_news_teasers_v_version_target_article_id_articles_id_fk" FOREIGN KEY ("version_target_article_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_news_teasers_v" ADD CONSTRAINT "_news_teasers_v_version_image_id_media_id_fk" FOREIGN KEY ("version_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "authors_affiliations" ADD CONSTRAINT "authors_affiliations_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."authors"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "authors" ADD CONSTRAINT "authors_portrait_id_media_id_fk" FOREIGN KEY ("portrait_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "authors_texts" ADD CONSTRAINT "authors_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."authors"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_authors_v_version_affiliations" ADD CONSTRAINT "_authors_v_version_affiliations_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_authors_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_authors_v" ADD CONSTRAINT "_authors_v_parent_id_authors_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."authors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_authors_v" ADD CONSTRAINT "_authors_v_version_portrait_id_media_id_fk" FOREIGN KEY ("version_portrait_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_authors_v_texts" ADD CONSTRAINT "_authors_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_authors_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sections" ADD CONSTRAINT "sections_parent_id_sections_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."sections"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sections_rels" ADD CONSTRAINT "sections_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sections_rels" ADD CONSTRAINT "sections_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "topics" ADD CONSTRAINT "topics_parent_id_topics_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."topics"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "places" ADD CONSTRAINT "places_parent_id_places_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."places"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users_roles" ADD CONSTRAINT "users_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_rights" ADD CONSTRAINT "users_rights_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users" ADD CONSTRAINT "users_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "dossiers_texts" ADD CONSTRAINT "dossiers_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."dossiers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_articles_fk" FOREIGN KEY ("articles_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_news_teasers_fk" FOREIGN KEY ("news_teasers_id") REFERENCES "public"."news_teasers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_authors_fk" FOREIGN KEY ("authors_id") REFERENCES "public"."authors"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_sections_fk" FOREIGN KEY ("sections_id") REFERENCES "public"."sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_places_fk" FOREIGN KEY ("places_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "front" ADD CONSTRAINT "front_lead_id_articles_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "front_rels" ADD CONSTRAINT "front_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."front"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "front_rels" ADD CONSTRAINT "front_rels_articles_fk" FOREIGN KEY ("articles_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "front_rels" ADD CONSTRAINT "front_rels_news_teasers_fk" FOREIGN KEY ("news_teasers_id") REFERENCES "public"."news_teasers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsroom_workflow_reviews_roles" ADD CONSTRAINT "newsroom_workflow_reviews_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."newsroom_workflow_reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsroom_workflow_reviews_collections" ADD CONSTRAINT "newsroom_workflow_reviews_collections_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."newsroom_workflow_reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsroom_workflow_reviews_genres" ADD CONSTRAINT "newsroom_workflow_reviews_genres_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."newsroom_workflow_reviews"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsroom_workflow_reviews" ADD CONSTRAINT "newsroom_workflow_reviews_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."newsroom"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsroom_texts" ADD CONSTRAINT "newsroom_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."newsroom"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsroom_rels" ADD CONSTRAINT "newsroom_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."newsroom"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsroom_rels" ADD CONSTRAINT "newsroom_rels_sections_fk" FOREIGN KEY ("sections_id") REFERENCES "public"."sections"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "articles_credits_order_idx" ON "articles_credits" USING btree ("_order");
  CREATE INDEX "articles_credits_parent_id_idx" ON "articles_credits" USING btree ("_parent_id");
  CREATE INDEX "articles_credits_author_idx" ON "articles_credits" USING btree ("author_id");
  CREATE INDEX "articles_corrections_order_idx" ON "articles_corrections" USING btree ("_order");
  CREATE INDEX "articles_corrections_parent_id_idx" ON "articles_corrections" USING btree ("_parent_id");
  CREATE INDEX "articles_headline_idx" ON "articles" USING btree ("headline");
  CREATE INDEX "articles_lead_image_idx" ON "articles" USING btree ("lead_image_id");
  CREATE INDEX "articles_seo_seo_image_idx" ON "articles" USING btree ("seo_image_id");
  CREATE INDEX "articles_word_count_idx" ON "articles" USING btree ("word_count");
  CREATE INDEX "articles_first_published_at_idx" ON "articles" USING btree ("first_published_at");
  CREATE INDEX "articles_published_at_idx" ON "articles" USING btree ("published_at");
  CREATE INDEX "articles_source_source_key_idx" ON "articles" USING btree ("source_key");
  CREATE UNIQUE INDEX "articles_slug_idx" ON "articles" USING btree ("slug");
  CREATE INDEX "articles_section_idx" ON "articles" USING btree ("section_id");
  CREATE INDEX "articles_genre_idx" ON "articles" USING btree ("genre");
  CREATE INDEX "articles_language_idx" ON "articles" USING btree ("language");
  CREATE INDEX "articles_embargo_until_idx" ON "articles" USING btree ("embargo_until");
  CREATE INDEX "articles_created_by_idx" ON "articles" USING btree ("created_by");
  CREATE INDEX "articles_changed_by_idx" ON "articles" USING btree ("changed_by");
  CREATE INDEX "articles_updated_at_idx" ON "articles" USING btree ("updated_at");
  CREATE INDEX "articles_created_at_idx" ON "articles" USING btree ("created_at");
  CREATE INDEX "articles_headline_sort_key_idx" ON "articles" USING btree ("headline_sort_key");
  CREATE INDEX "articles_kicker_sort_key_idx" ON "articles" USING btree ("kicker_sort_key");
  CREATE INDEX "articles_byline_sort_key_idx" ON "articles" USING btree ("byline_sort_key");
  CREATE INDEX "articles_deleted_at_idx" ON "articles" USING btree ("deleted_at");
  CREATE INDEX "articles__status_idx" ON "articles" USING btree ("_status");
  CREATE INDEX "articles_rels_order_idx" ON "articles_rels" USING btree ("order");
  CREATE INDEX "articles_rels_parent_idx" ON "articles_rels" USING btree ("parent_id");
  CREATE INDEX "articles_rels_path_idx" ON "articles_rels" USING btree ("path");
  CREATE INDEX "articles_rels_topics_id_idx" ON "articles_rels" USING btree ("topics_id");
  CREATE INDEX "articles_rels_places_id_idx" ON "articles_rels" USING btree ("places_id");
  CREATE INDEX "articles_rels_articles_id_idx" ON "articles_rels" USING btree ("articles_id");
  CREATE INDEX "_articles_v_version_credits_order_idx" ON "_articles_v_version_credits" USING btree ("_order");
  CREATE INDEX "_articles_v_version_credits_parent_id_idx" ON "_articles_v_version_credits" USING btree ("_parent_id");
  CREATE INDEX "_articles_v_version_credits_author_idx" ON "_articles_v_version_credits" USING btree ("author_id");
  CREATE INDEX "_articles_v_version_corrections_order_idx" ON "_articles_v_version_corrections" USING btree ("_order");
  CREATE INDEX "_articles_v_version_corrections_parent_id_idx" ON "_articles_v_version_corrections" USING btree ("_parent_id");
  CREATE INDEX "_articles_v_parent_idx" ON "_articles_v" USING btree ("parent_id");
  CREATE INDEX "_articles_v_version_version_headline_idx" ON "_articles_v" USING btree ("version_headline");
  CREATE INDEX "_articles_v_version_version_lead_image_idx" ON "_articles_v" USING btree ("version_lead_image_id");
  CREATE INDEX "_articles_v_version_seo_version_seo_image_idx" ON "_articles_v" USING btree ("version_seo_image_id");
  CREATE INDEX "_articles_v_version_version_word_count_idx" ON "_articles_v" USING btree ("version_word_count");
  CREATE INDEX "_articles_v_version_version_first_published_at_idx" ON "_articles_v" USING btree ("version_first_published_at");
  CREATE INDEX "_articles_v_version_version_published_at_idx" ON "_articles_v" USING btree ("version_published_at");
  CREATE INDEX "_articles_v_version_source_version_source_key_idx" ON "_articles_v" USING btree ("version_source_key");
  CREATE INDEX "_articles_v_version_version_slug_idx" ON "_articles_v" USING btree ("version_slug");
  CREATE INDEX "_articles_v_version_version_section_idx" ON "_articles_v" USING btree ("version_section_id");
  CREATE INDEX "_articles_v_version_version_genre_idx" ON "_articles_v" USING btree ("version_genre");
  CREATE INDEX "_articles_v_version_version_language_idx" ON "_articles_v" USING btree ("version_language");
  CREATE INDEX "_articles_v_version_version_embargo_until_idx" ON "_articles_v" USING btree ("version_embargo_until");
  CREATE INDEX "_articles_v_version_version_created_by_idx" ON "_articles_v" USING btree ("version_created_by");
  CREATE INDEX "_articles_v_version_version_changed_by_idx" ON "_articles_v" USING btree ("version_changed_by");
  CREATE INDEX "_articles_v_version_version_updated_at_idx" ON "_articles_v" USING btree ("version_updated_at");
  CREATE INDEX "_articles_v_version_version_created_at_idx" ON "_articles_v" USING btree ("version_created_at");
  CREATE INDEX "_articles_v_version_version_headline_sort_key_idx" ON "_articles_v" USING btree ("version_headline_sort_key");
  CREATE INDEX "_articles_v_version_version_kicker_sort_key_idx" ON "_articles_v" USING btree ("version_kicker_sort_key");
  CREATE INDEX "_articles_v_version_version_byline_sort_key_idx" ON "_articles_v" USING btree ("version_byline_sort_key");
  CREATE INDEX "_articles_v_version_version_deleted_at_idx" ON "_articles_v" USING btree ("version_deleted_at");
  CREATE INDEX "_articles_v_version_version__status_idx" ON "_articles_v" USING btree ("version__status");
  CREATE INDEX "_articles_v_created_at_idx" ON "_articles_v" USING btree ("created_at");
  CREATE INDEX "_articles_v_updated_at_idx" ON "_articles_v" USING btree ("updated_at");
  CREATE INDEX "_articles_v_latest_idx" ON "_articles_v" USING btree ("latest");
  CREATE INDEX "_articles_v_rels_order_idx" ON "_articles_v_rels" USING btree ("order");
  CREATE INDEX "_articles_v_rels_parent_idx" ON "_articles_v_rels" USING btree ("parent_id");
  CREATE INDEX "_articles_v_rels_path_idx" ON "_articles_v_rels" USING btree ("path");
  CREATE INDEX "_articles_v_rels_topics_id_idx" ON "_articles_v_rels" USING btree ("topics_id");
  CREATE INDEX "_articles_v_rels_places_id_idx" ON "_articles_v_rels" USING btree ("places_id");
  CREATE INDEX "_articles_v_rels_articles_id_idx" ON "_articles_v_rels" USING btree ("articles_id");
  CREATE INDEX "news_teasers_headline_idx" ON "news_teasers" USING btree ("headline");
  CREATE INDEX "news_teasers_target_target_article_idx" ON "news_teasers" USING btree ("target_article_id");
  CREATE INDEX "news_teasers_image_idx" ON "news_teasers" USING btree ("image_id");
  CREATE INDEX "news_teasers_published_at_idx" ON "news_teasers" USING btree ("published_at");
  CREATE INDEX "news_teasers_source_source_key_idx" ON "news_teasers" USING btree ("source_key");
  CREATE UNIQUE INDEX "news_teasers_slug_idx" ON "news_teasers" USING btree ("slug");
  CREATE INDEX "news_teasers_language_idx" ON "news_teasers" USING btree ("language");
  CREATE INDEX "news_teasers_pinned_idx" ON "news_teasers" USING btree ("pinned");
  CREATE INDEX "news_teasers_rank_idx" ON "news_teasers" USING btree ("rank");
  CREATE INDEX "news_teasers_expires_at_idx" ON "news_teasers" USING btree ("expires_at");
  CREATE INDEX "news_teasers_created_by_idx" ON "news_teasers" USING btree ("created_by");
  CREATE INDEX "news_teasers_changed_by_idx" ON "news_teasers" USING btree ("changed_by");
  CREATE INDEX "news_teasers_first_published_at_idx" ON "news_teasers" USING btree ("first_published_at");
  CREATE INDEX "news_teasers_updated_at_idx" ON "news_teasers" USING btree ("updated_at");
  CREATE INDEX "news_teasers_created_at_idx" ON "news_teasers" USING btree ("created_at");
  CREATE INDEX "news_teasers_headline_sort_key_idx" ON "news_teasers" USING btree ("headline_sort_key");
  CREATE INDEX "news_teasers_kicker_sort_key_idx" ON "news_teasers" USING btree ("kicker_sort_key");
  CREATE INDEX "news_teasers_deleted_at_idx" ON "news_teasers" USING btree ("deleted_at");
  CREATE INDEX "news_teasers__status_idx" ON "news_teasers" USING btree ("_status");
  CREATE INDEX "_news_teasers_v_parent_idx" ON "_news_teasers_v" USING btree ("parent_id");
  CREATE INDEX "_news_teasers_v_version_version_headline_idx" ON "_news_teasers_v" USING btree ("version_headline");
  CREATE INDEX "_news_teasers_v_version_target_version_target_article_idx" ON "_news_teasers_v" USING btree ("version_target_article_id");
  CREATE INDEX "_news_teasers_v_version_version_image_idx" ON "_news_teasers_v" USING btree ("version_image_id");
  CREATE INDEX "_news_teasers_v_version_version_published_at_idx" ON "_news_teasers_v" USING btree ("version_published_at");
  CREATE INDEX "_news_teasers_v_version_source_version_source_key_idx" ON "_news_teasers_v" USING btree ("version_source_key");
  CREATE INDEX "_news_teasers_v_version_version_slug_idx" ON "_news_teasers_v" USING btree ("version_slug");
  CREATE INDEX "_news_teasers_v_version_version_language_idx" ON "_news_teasers_v" USING btree ("version_language");
  CREATE INDEX "_news_teasers_v_version_version_pinned_idx" ON "_news_teasers_v" USING btree ("version_pinned");
  CREATE INDEX "_news_teasers_v_version_version_rank_idx" ON "_news_teasers_v" USING btree ("version_rank");
  CREATE INDEX "_news_teasers_v_version_version_expires_at_idx" ON "_news_teasers_v" USING btree ("version_expires_at");
  CREATE INDEX "_news_teasers_v_version_version_created_by_idx" ON "_news_teasers_v" USING btree ("version_created_by");
  CREATE INDEX "_news_teasers_v_version_version_changed_by_idx" ON "_news_teasers_v" USING btree ("version_changed_by");
  CREATE INDEX "_news_teasers_v_version_version_first_published_at_idx" ON "_news_teasers_v" USING btree ("version_first_published_at");
  CREATE INDEX "_news_teasers_v_version_version_updated_at_idx" ON "_news_teasers_v" USING btree ("version_updated_at");
  CREATE INDEX "_news_teasers_v_version_version_created_at_idx" ON "_news_teasers_v" USING btree ("version_created_at");
  CREATE INDEX "_news_teasers_v_version_version_headline_sort_key_idx" ON "_news_teasers_v" USING btree ("version_headline_sort_key");
  CREATE INDEX "_news_teasers_v_version_version_kicker_sort_key_idx" ON "_news_teasers_v" USING btree ("version_kicker_sort_key");
  CREATE INDEX "_news_teasers_v_version_version_deleted_at_idx" ON "_news_teasers_v" USING btree ("version_deleted_at");
  CREATE INDEX "_news_teasers_v_version_version__status_idx" ON "_news_teasers_v" USING btree ("version__status");
  CREATE INDEX "_news_teasers_v_created_at_idx" ON "_news_teasers_v" USING btree ("created_at");
  CREATE INDEX "_news_teasers_v_updated_at_idx" ON "_news_teasers_v" USING btree ("updated_at");
  CREATE INDEX "_news_teasers_v_latest_idx" ON "_news_teasers_v" USING btree ("latest");
  CREATE INDEX "authors_affiliations_order_idx" ON "authors_affiliations" USING btree ("_order");
  CREATE INDEX "authors_affiliations_parent_id_idx" ON "authors_affiliations" USING btree ("_parent_id");
  CREATE INDEX "authors_display_name_idx" ON "authors" USING btree ("display_name");
  CREATE INDEX "authors_sort_name_idx" ON "authors" USING btree ("sort_name");
  CREATE INDEX "authors_portrait_idx" ON "authors" USING btree ("portrait_id");
  CREATE INDEX "authors_source_source_key_idx" ON "authors" USING btree ("source_key");
  CREATE UNIQUE INDEX "authors_slug_idx" ON "authors" USING btree ("slug");
  CREATE INDEX "authors_created_by_idx" ON "authors" USING btree ("created_by");
  CREATE INDEX "authors_changed_by_idx" ON "authors" USING btree ("changed_by");
  CREATE INDEX "authors_published_at_idx" ON "authors" USING btree ("published_at");
  CREATE INDEX "authors_first_published_at_idx" ON "authors" USING btree ("first_published_at");
  CREATE INDEX "authors_updated_at_idx" ON "authors" USING btree ("updated_at");
  CREATE INDEX "authors_created_at_idx" ON "authors" USING btree ("created_at");
  CREATE INDEX "authors_display_name_sort_key_idx" ON "authors" USING btree ("display_name_sort_key");
  CREATE INDEX "authors_sort_name_sort_key_idx" ON "authors" USING btree ("sort_name_sort_key");
  CREATE INDEX "authors_full_name_sort_key_idx" ON "authors" USING btree ("full_name_sort_key");
  CREATE INDEX "authors_job_title_sort_key_idx" ON "authors" USING btree ("job_title_sort_key");
  CREATE INDEX "authors_deleted_at_idx" ON "authors" USING btree ("deleted_at");
  CREATE INDEX "authors__status_idx" ON "authors" USING btree ("_status");
  CREATE INDEX "authors_texts_order_parent" ON "authors_texts" USING btree ("order","parent_id");
  CREATE INDEX "_authors_v_version_affiliations_order_idx" ON "_authors_v_version_affiliations" USING btree ("_order");
  CREATE INDEX "_authors_v_version_affiliations_parent_id_idx" ON "_authors_v_version_affiliations" USING btree ("_parent_id");
  CREATE INDEX "_authors_v_parent_idx" ON "_authors_v" USING btree ("parent_id");
  CREATE INDEX "_authors_v_version_version_display_name_idx" ON "_authors_v" USING btree ("version_display_name");
  CREATE INDEX "_authors_v_version_version_sort_name_idx" ON "_authors_v" USING btree ("version_sort_name");
  CREATE INDEX "_authors_v_version_version_portrait_idx" ON "_authors_v" USING btree ("version_portrait_id");
  CREATE INDEX "_authors_v_version_source_version_source_key_idx" ON "_authors_v" USING btree ("version_source_key");
  CREATE INDEX "_authors_v_version_version_slug_idx" ON "_authors_v" USING btree ("version_slug");
  CREATE INDEX "_authors_v_version_version_created_by_idx" ON "_authors_v" USING btree ("version_created_by");
  CREATE INDEX "_authors_v_version_version_changed_by_idx" ON "_authors_v" USING btree ("version_changed_by");
  CREATE INDEX "_authors_v_version_version_published_at_idx" ON "_authors_v" USING btree ("version_published_at");
  CREATE INDEX "_authors_v_version_version_first_published_at_idx" ON "_authors_v" USING btree ("version_first_published_at");
  CREATE INDEX "_authors_v_version_version_updated_at_idx" ON "_authors_v" USING btree ("version_updated_at");
  CREATE INDEX "_authors_v_version_version_created_at_idx" ON "_authors_v" USING btree ("version_created_at");
  CREATE INDEX "_authors_v_version_version_display_name_sort_key_idx" ON "_authors_v" USING btree ("version_display_name_sort_key");
  CREATE INDEX "_authors_v_version_version_sort_name_sort_key_idx" ON "_authors_v" USING btree ("version_sort_name_sort_key");
  CREATE INDEX "_authors_v_version_version_full_name_sort_key_idx" ON "_authors_v" USING btree ("version_full_name_sort_key");
  CREATE INDEX "_authors_v_version_version_job_title_sort_key_idx" ON "_authors_v" USING btree ("version_job_title_sort_key");
  CREATE INDEX "_authors_v_version_version_deleted_at_idx" ON "_authors_v" USING btree ("version_deleted_at");
  CREATE INDEX "_authors_v_version_version__status_idx" ON "_authors_v" USING btree ("version__status");
  CREATE INDEX "_authors_v_created_at_idx" ON "_authors_v" USING btree ("created_at");
  CREATE INDEX "_authors_v_updated_at_idx" ON "_authors_v" USING btree ("updated_at");
  CREATE INDEX "_authors_v_latest_idx" ON "_authors_v" USING btree ("latest");
  CREATE INDEX "_authors_v_texts_order_parent" ON "_authors_v_texts" USING btree ("order","parent_id");
  CREATE INDEX "media_sha256_idx" ON "media" USING btree ("sha256");
  CREATE INDEX "media_shown_idx" ON "media" USING btree ("shown");
  CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("updated_at");
  CREATE INDEX "media_created_at_idx" ON "media" USING btree ("created_at");
  CREATE INDEX "media_alt_sort_key_idx" ON "media" USING btree ("alt_sort_key");
  CREATE INDEX "media_credit_sort_key_idx" ON "media" USING btree ("credit_sort_key");
  CREATE UNIQUE INDEX "media_filename_idx" ON "media" USING btree ("filename");
  CREATE INDEX "media_sizes_thumbnail_sizes_thumbnail_filename_idx" ON "media" USING btree ("sizes_thumbnail_filename");
  CREATE INDEX "media_sizes_thumbnail_avif_sizes_thumbnail_avif_filename_idx" ON "media" USING btree ("sizes_thumbnail_avif_filename");
  CREATE INDEX "media_sizes_card_sizes_card_filename_idx" ON "media" USING btree ("sizes_card_filename");
  CREATE INDEX "media_sizes_card_avif_sizes_card_avif_filename_idx" ON "media" USING btree ("sizes_card_avif_filename");
  CREATE INDEX "media_sizes_hero_sizes_hero_filename_idx" ON "media" USING btree ("sizes_hero_filename");
  CREATE INDEX "media_sizes_hero_avif_sizes_hero_avif_filename_idx" ON "media" USING btree ("sizes_hero_avif_filename");
  CREATE INDEX "media_sizes_og_sizes_og_filename_idx" ON "media" USING btree ("sizes_og_filename");
  CREATE INDEX "media_sizes_og_avif_sizes_og_avif_filename_idx" ON "media" USING btree ("sizes_og_avif_filename");
  CREATE INDEX "sections_name_idx" ON "sections" USING btree ("name");
  CREATE INDEX "sections_parent_idx" ON "sections" USING btree ("parent_id");
  CREATE UNIQUE INDEX "sections_slug_idx" ON "sections" USING btree ("slug");
  CREATE INDEX "sections_updated_at_idx" ON "sections" USING btree ("updated_at");
  CREATE INDEX "sections_created_at_idx" ON "sections" USING btree ("created_at");
  CREATE INDEX "sections_name_sort_key_idx" ON "sections" USING btree ("name_sort_key");
  CREATE INDEX "sections_rels_order_idx" ON "sections_rels" USING btree ("order");
  CREATE INDEX "sections_rels_parent_idx" ON "sections_rels" USING btree ("parent_id");
  CREATE INDEX "sections_rels_path_idx" ON "sections_rels" USING btree ("path");
  CREATE INDEX "sections_rels_users_id_idx" ON "sections_rels" USING btree ("users_id");
  CREATE INDEX "topics_name_idx" ON "topics" USING btree ("name");
  CREATE INDEX "topics_parent_idx" ON "topics" USING btree ("parent_id");
  CREATE UNIQUE INDEX "topics_slug_idx" ON "topics" USING btree ("slug");
  CREATE INDEX "topics_updated_at_idx" ON "topics" USING btree ("updated_at");
  CREATE INDEX "topics_created_at_idx" ON "topics" USING btree ("created_at");
  CREATE INDEX "topics_name_sort_key_idx" ON "topics" USING btree ("name_sort_key");
  CREATE INDEX "places_name_idx" ON "places" USING btree ("name");
  CREATE INDEX "places_country_code_idx" ON "places" USING btree ("country_code");
  CREATE INDEX "places_m49_idx" ON "places" USING btree ("m49");
  CREATE INDEX "places_parent_idx" ON "places" USING btree ("parent_id");
  CREATE UNIQUE INDEX "places_slug_idx" ON "places" USING btree ("slug");
  CREATE INDEX "places_updated_at_idx" ON "places" USING btree ("updated_at");
  CREATE INDEX "places_created_at_idx" ON "places" USING btree ("created_at");
  CREATE INDEX "places_name_sort_key_idx" ON "places" USING btree ("name_sort_key");
  CREATE INDEX "users_roles_order_idx" ON "users_roles" USING btree ("order");
  CREATE INDEX "users_roles_parent_idx" ON "users_roles" USING btree ("parent_id");
  CREATE INDEX "users_rights_order_idx" ON "users_rights" USING btree ("order");
  CREATE INDEX "users_rights_parent_idx" ON "users_rights" USING btree ("parent_id");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_name_idx" ON "users" USING btree ("name");
  CREATE INDEX "users_author_idx" ON "users" USING btree ("author_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE INDEX "users_name_sort_key_idx" ON "users" USING btree ("name_sort_key");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE UNIQUE INDEX "dossiers_piece_idx" ON "dossiers" USING btree ("piece");
  CREATE INDEX "dossiers_collection_idx" ON "dossiers" USING btree ("collection");
  CREATE INDEX "dossiers_stage_idx" ON "dossiers" USING btree ("stage");
  CREATE INDEX "dossiers_stage_since_idx" ON "dossiers" USING btree ("stage_since");
  CREATE INDEX "dossiers_owner_idx" ON "dossiers" USING btree ("owner");
  CREATE INDEX "dossiers_live_idx" ON "dossiers" USING btree ("live");
  CREATE INDEX "dossiers_retracted_idx" ON "dossiers" USING btree ("retracted");
  CREATE INDEX "dossiers_signed_idx" ON "dossiers" USING btree ("signed");
  CREATE INDEX "dossiers_scheduled_at_idx" ON "dossiers" USING btree ("scheduled_at");
  CREATE INDEX "dossiers_unreviewed_since_idx" ON "dossiers" USING btree ("unreviewed_since");
  CREATE INDEX "dossiers_updated_at_idx" ON "dossiers" USING btree ("updated_at");
  CREATE INDEX "dossiers_created_at_idx" ON "dossiers" USING btree ("created_at");
  CREATE INDEX "stage_stageSince_idx" ON "dossiers" USING btree ("stage","stage_since");
  CREATE INDEX "collection_stage_idx" ON "dossiers" USING btree ("collection","stage");
  CREATE INDEX "dossiers_texts_order_parent" ON "dossiers_texts" USING btree ("order","parent_id");
  CREATE INDEX "dossiers_texts_text_idx" ON "dossiers_texts" USING btree ("text");
  CREATE INDEX "workflow_events_piece_idx" ON "workflow_events" USING btree ("piece");
  CREATE INDEX "workflow_events_actor_idx" ON "workflow_events" USING btree ("actor");
  CREATE UNIQUE INDEX "piece_seq_idx" ON "workflow_events" USING btree ("piece","seq");
  CREATE INDEX "moved_slugs_collection_idx" ON "moved_slugs" USING btree ("collection");
  CREATE INDEX "moved_slugs_from_idx" ON "moved_slugs" USING btree ("from");
  CREATE INDEX "moved_slugs_piece_id_idx" ON "moved_slugs" USING btree ("piece_id");
  CREATE UNIQUE INDEX "collection_from_idx" ON "moved_slugs" USING btree ("collection","from");
  CREATE INDEX "access_events_at_idx" ON "access_events" USING btree ("at");
  CREATE INDEX "access_events_event_idx" ON "access_events" USING btree ("event");
  CREATE INDEX "access_events_account_idx" ON "access_events" USING btree ("account");
  CREATE INDEX "access_events_email_idx" ON "access_events" USING btree ("email");
  CREATE INDEX "access_events_actor_idx" ON "access_events" USING btree ("actor");
  CREATE INDEX "access_events_network_idx" ON "access_events" USING btree ("network");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_articles_id_idx" ON "payload_locked_documents_rels" USING btree ("articles_id");
  CREATE INDEX "payload_locked_documents_rels_news_teasers_id_idx" ON "payload_locked_documents_rels" USING btree ("news_teasers_id");
  CREATE INDEX "payload_locked_documents_rels_authors_id_idx" ON "payload_locked_documents_rels" USING btree ("authors_id");
  CREATE INDEX "payload_locked_documents_rels_media_id_idx" ON "payload_locked_documents_rels" USING btree ("media_id");
  CREATE INDEX "payload_locked_documents_rels_sections_id_idx" ON "payload_locked_documents_rels" USING btree ("sections_id");
  CREATE INDEX "payload_locked_documents_rels_topics_id_idx" ON "payload_locked_documents_rels" USING btree ("topics_id");
  CREATE INDEX "payload_locked_documents_rels_places_id_idx" ON "payload_locked_documents_rels" USING btree ("places_id");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");
  CREATE INDEX "front_lead_idx" ON "front" USING btree ("lead_id");
  CREATE INDEX "front_rels_order_idx" ON "front_rels" USING btree ("order");
  CREATE INDEX "front_rels_parent_idx" ON "front_rels" USING btree ("parent_id");
  CREATE INDEX "front_rels_path_idx" ON "front_rels" USING btree ("path");
  CREATE INDEX "front_rels_articles_id_idx" ON "front_rels" USING btree ("articles_id");
  CREATE INDEX "front_rels_news_teasers_id_idx" ON "front_rels" USING btree ("news_teasers_id");
  CREATE INDEX "newsroom_workflow_reviews_roles_order_idx" ON "newsroom_workflow_reviews_roles" USING btree ("order");
  CREATE INDEX "newsroom_workflow_reviews_roles_parent_idx" ON "newsroom_workflow_reviews_roles" USING btree ("parent_id");
  CREATE INDEX "newsroom_workflow_reviews_collections_order_idx" ON "newsroom_workflow_reviews_collections" USING btree ("order");
  CREATE INDEX "newsroom_workflow_reviews_collections_parent_idx" ON "newsroom_workflow_reviews_collections" USING btree ("parent_id");
  CREATE INDEX "newsroom_workflow_reviews_genres_order_idx" ON "newsroom_workflow_reviews_genres" USING btree ("order");
  CREATE INDEX "newsroom_workflow_reviews_genres_parent_idx" ON "newsroom_workflow_reviews_genres" USING btree ("parent_id");
  CREATE INDEX "newsroom_workflow_reviews_order_idx" ON "newsroom_workflow_reviews" USING btree ("_order");
  CREATE INDEX "newsroom_workflow_reviews_parent_id_idx" ON "newsroom_workflow_reviews" USING btree ("_parent_id");
  CREATE INDEX "newsroom_texts_order_parent" ON "newsroom_texts" USING btree ("order","parent_id");
  CREATE INDEX "newsroom_rels_order_idx" ON "newsroom_rels" USING btree ("order");
  CREATE INDEX "newsroom_rels_parent_idx" ON "newsroom_rels" USING btree ("parent_id");
  CREATE INDEX "newsroom_rels_path_idx" ON "newsroom_rels" USING btree ("path");
  CREATE INDEX "newsroom_rels_sections_id_idx" ON "newsroom_rels" USING btree ("sections_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "articles_credits" CASCADE;
  DROP TABLE "articles_corrections" CASCADE;
  DROP TABLE "articles" CASCADE;
  DROP TABLE "articles_rels" CASCADE;
  DROP TABLE "_articles_v_version_credits" CASCADE;
  DROP TABLE "_articles_v_version_corrections" CASCADE;
  DROP TABLE "_articles_v" CASCADE;
  DROP TABLE "_articles_v_rels" CASCADE;
  DROP TABLE "news_teasers" CASCADE;
  DROP TABLE "_news_teasers_v" CASCADE;
  DROP TABLE "authors_affiliations" CASCADE;
  DROP TABLE "authors" CASCADE;
  DROP TABLE "authors_texts" CASCADE;
  DROP TABLE "_authors_v_version_affiliations" CASCADE;
  DROP TABLE "_authors_v" CASCADE;
  DROP TABLE "_authors_v_texts" CASCADE;
  DROP TABLE "media" CASCADE;
  DROP TABLE "sections" CASCADE;
  DROP TABLE "sections_rels" CASCADE;
  DROP TABLE "topics" CASCADE;
  DROP TABLE "places" CASCADE;
  DROP TABLE "users_roles" CASCADE;
  DROP TABLE "users_rights" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "dossiers" CASCADE;
  DROP TABLE "dossiers_texts" CASCADE;
  DROP TABLE "workflow_events" CASCADE;
  DROP TABLE "moved_slugs" CASCADE;
  DROP TABLE "access_events" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TABLE "front" CASCADE;
  DROP TABLE "front_rels" CASCADE;
  DROP TABLE "newsroom_workflow_reviews_roles" CASCADE;
  DROP TABLE "newsroom_workflow_reviews_collections" CASCADE;
  DROP TABLE "newsroom_workflow_reviews_genres" CASCADE;
  DROP TABLE "newsroom_workflow_reviews" CASCADE;
  DROP TABLE "newsroom" CASCADE;
  DROP TABLE "newsroom_texts" CASCADE;
  DROP TABLE "newsroom_rels" CASCADE;
  DROP TYPE "public"."enum_articles_credits_role";
  DROP TYPE "public"."enum_articles_corrections_kind";
  DROP TYPE "public"."enum_articles_genre";
  DROP TYPE "public"."enum_articles_status";
  DROP TYPE "public"."enum__articles_v_version_credits_role";
  DROP TYPE "public"."enum__articles_v_version_corrections_kind";
  DROP TYPE "public"."enum__articles_v_version_genre";
  DROP TYPE "public"."enum__articles_v_version_status";
  DROP TYPE "public"."enum_news_teasers_target_kind";
  DROP TYPE "public"."enum_news_teasers_status";
  DROP TYPE "public"."enum__news_teasers_v_version_target_kind";
  DROP TYPE "public"."enum__news_teasers_v_version_status";
  DROP TYPE "public"."enum_authors_affiliations_country";
  DROP TYPE "public"."enum_authors_status";
  DROP TYPE "public"."enum__authors_v_version_affiliations_country";
  DROP TYPE "public"."enum__authors_v_version_status";
  DROP TYPE "public"."enum_media_licence";
  DROP TYPE "public"."enum_places_kind";
  DROP TYPE "public"."enum_places_country_code";
  DROP TYPE "public"."enum_places_m49";
  DROP TYPE "public"."enum_users_roles";
  DROP TYPE "public"."enum_users_rights";
  DROP TYPE "public"."enum_dossiers_stage";
  DROP TYPE "public"."enum_access_events_event";
  DROP TYPE "public"."enum_newsroom_workflow_reviews_roles";
  DROP TYPE "public"."enum_newsroom_workflow_reviews_collections";
  DROP TYPE "public"."enum_newsroom_workflow_reviews_genres";`)
}
