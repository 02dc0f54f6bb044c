import { StageCell as StageCell_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { PiecePanel as PiecePanel_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { FastTrackBanner as FastTrackBanner_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { WritersNote as WritersNote_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ArrayAtOnce as ArrayAtOnce_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { NewsroomDateCell as NewsroomDateCell_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { NewsroomDateField as NewsroomDateField_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { NewsroomDateFilter as NewsroomDateFilter_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { SlugField as SlugField_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { SavedAt as SavedAt_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { MovesAlone as MovesAlone_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { PieceMoves as PieceMoves_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { SaveButton as SaveButton_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { StageStatus as StageStatus_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { Nothing as Nothing_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { DocumentEdit as DocumentEdit_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { PieceList as PieceList_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { PlainSaveButton as PlainSaveButton_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { PasswordRule as PasswordRule_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { PasswordNote as PasswordNote_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { WaitingCard as WaitingCard_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { DeskLink as DeskLink_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { UploadProgress as UploadProgress_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { DeskProvider as DeskProvider_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { ImportView as ImportView_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { ReviewQueueView as ReviewQueueView_2202d5f8493e7e99719669961c3f9dd7 } from '../../../../packages/plugin-imprimatur/src/admin/index.ts'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/packages/plugin-imprimatur/src/admin/index.ts#StageCell": StageCell_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#PiecePanel": PiecePanel_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#FastTrackBanner": FastTrackBanner_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#WritersNote": WritersNote_2202d5f8493e7e99719669961c3f9dd7,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/packages/plugin-imprimatur/src/admin/index.ts#ArrayAtOnce": ArrayAtOnce_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#NewsroomDateCell": NewsroomDateCell_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#NewsroomDateField": NewsroomDateField_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#NewsroomDateFilter": NewsroomDateFilter_2202d5f8493e7e99719669961c3f9dd7,
  "@payloadcms/next/client#SlugField": SlugField_2b8867833a34864a02ddf429b0728a40,
  "/packages/plugin-imprimatur/src/admin/index.ts#SavedAt": SavedAt_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#MovesAlone": MovesAlone_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#PieceMoves": PieceMoves_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#SaveButton": SaveButton_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#StageStatus": StageStatus_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#Nothing": Nothing_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#DocumentEdit": DocumentEdit_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#PieceList": PieceList_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#PlainSaveButton": PlainSaveButton_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#PasswordRule": PasswordRule_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#PasswordNote": PasswordNote_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#WaitingCard": WaitingCard_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#DeskLink": DeskLink_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#UploadProgress": UploadProgress_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#DeskProvider": DeskProvider_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#ImportView": ImportView_2202d5f8493e7e99719669961c3f9dd7,
  "/packages/plugin-imprimatur/src/admin/index.ts#ReviewQueueView": ReviewQueueView_2202d5f8493e7e99719669961c3f9dd7,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
