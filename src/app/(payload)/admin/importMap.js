import { StageCell as StageCell_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { PiecePanel as PiecePanel_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { FastTrackBanner as FastTrackBanner_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { WritingNotes as WritingNotes_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { WritingField as WritingField_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
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
import { TypographyFeatureClient as TypographyFeatureClient_3575c0312f7ad2883cf1daa232c93d24 } from '../../../../src/newsroom/admin/index.ts'
import { PasteFeatureClient as PasteFeatureClient_3575c0312f7ad2883cf1daa232c93d24 } from '../../../../src/newsroom/admin/index.ts'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ArrayAtOnce as ArrayAtOnce_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { NewsroomDateCell as NewsroomDateCell_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { NewsroomDateField as NewsroomDateField_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { NewsroomDateFilter as NewsroomDateFilter_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { Appearance as Appearance_3575c0312f7ad2883cf1daa232c93d24 } from '../../../../src/newsroom/admin/index.ts'
import { OwnCredit as OwnCredit_3575c0312f7ad2883cf1daa232c93d24 } from '../../../../src/newsroom/admin/index.ts'
import { SlugField as SlugField_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { StageFilter as StageFilter_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { SavedAt as SavedAt_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { WritingMode as WritingMode_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { PreviewPane as PreviewPane_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { MovesAlone as MovesAlone_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { PreviewTokenItems as PreviewTokenItems_3575c0312f7ad2883cf1daa232c93d24 } from '../../../../src/newsroom/admin/index.ts'
import { PieceMoves as PieceMoves_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { SaveButton as SaveButton_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { StageStatus as StageStatus_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { Nothing as Nothing_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { DocumentEdit as DocumentEdit_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { PieceList as PieceList_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { PlainSaveButton as PlainSaveButton_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { PasswordRule as PasswordRule_3575c0312f7ad2883cf1daa232c93d24 } from '../../../../src/newsroom/admin/index.ts'
import { StyleRuleImport as StyleRuleImport_3575c0312f7ad2883cf1daa232c93d24 } from '../../../../src/newsroom/admin/index.ts'
import { ApiKeyTools as ApiKeyTools_3575c0312f7ad2883cf1daa232c93d24 } from '../../../../src/newsroom/admin/index.ts'
import { WebhookTools as WebhookTools_3575c0312f7ad2883cf1daa232c93d24 } from '../../../../src/newsroom/admin/index.ts'
import { ReplayDelivery as ReplayDelivery_3575c0312f7ad2883cf1daa232c93d24 } from '../../../../src/newsroom/admin/index.ts'
import { Icon as Icon_3575c0312f7ad2883cf1daa232c93d24 } from '../../../../src/newsroom/admin/index.ts'
import { Logo as Logo_3575c0312f7ad2883cf1daa232c93d24 } from '../../../../src/newsroom/admin/index.ts'
import { SearchButton as SearchButton_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { NotificationBell as NotificationBell_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { PasswordNote as PasswordNote_3575c0312f7ad2883cf1daa232c93d24 } from '../../../../src/newsroom/admin/index.ts'
import { ReviewShortfalls as ReviewShortfalls_ed678231a8577e2116e85f7f4e91c8dd } from 'payload-plugin-imprimatur/rsc'
import { DeskCards as DeskCards_ed678231a8577e2116e85f7f4e91c8dd } from 'payload-plugin-imprimatur/rsc'
import { AdminCards as AdminCards_3575c0312f7ad2883cf1daa232c93d24 } from '../../../../src/newsroom/admin/index.ts'
import { DeskLink as DeskLink_5ba4ce046b16e3ae97858ac2fbd7f9b5 } from 'payload-plugin-imprimatur/client'
import { UploadProgress as UploadProgress_3575c0312f7ad2883cf1daa232c93d24 } from '../../../../src/newsroom/admin/index.ts'
import { DeskProvider as DeskProvider_ed678231a8577e2116e85f7f4e91c8dd } from 'payload-plugin-imprimatur/rsc'
import { ImportView as ImportView_3575c0312f7ad2883cf1daa232c93d24 } from '../../../../src/newsroom/admin/index.ts'
import { ReviewQueueView as ReviewQueueView_ed678231a8577e2116e85f7f4e91c8dd } from 'payload-plugin-imprimatur/rsc'
import { ReleasesView as ReleasesView_ed678231a8577e2116e85f7f4e91c8dd } from 'payload-plugin-imprimatur/rsc'
import { ReleaseView as ReleaseView_ed678231a8577e2116e85f7f4e91c8dd } from 'payload-plugin-imprimatur/rsc'
import { ReportView as ReportView_ed678231a8577e2116e85f7f4e91c8dd } from 'payload-plugin-imprimatur/rsc'
import { ReviewView as ReviewView_ed678231a8577e2116e85f7f4e91c8dd } from 'payload-plugin-imprimatur/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "payload-plugin-imprimatur/client#StageCell": StageCell_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "payload-plugin-imprimatur/client#PiecePanel": PiecePanel_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "payload-plugin-imprimatur/client#FastTrackBanner": FastTrackBanner_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "payload-plugin-imprimatur/client#WritingNotes": WritingNotes_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "payload-plugin-imprimatur/client#WritingField": WritingField_5ba4ce046b16e3ae97858ac2fbd7f9b5,
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
  "/src/newsroom/admin/index.ts#TypographyFeatureClient": TypographyFeatureClient_3575c0312f7ad2883cf1daa232c93d24,
  "/src/newsroom/admin/index.ts#PasteFeatureClient": PasteFeatureClient_3575c0312f7ad2883cf1daa232c93d24,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "payload-plugin-imprimatur/client#ArrayAtOnce": ArrayAtOnce_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "payload-plugin-imprimatur/client#NewsroomDateCell": NewsroomDateCell_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "payload-plugin-imprimatur/client#NewsroomDateField": NewsroomDateField_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "payload-plugin-imprimatur/client#NewsroomDateFilter": NewsroomDateFilter_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "/src/newsroom/admin/index.ts#Appearance": Appearance_3575c0312f7ad2883cf1daa232c93d24,
  "/src/newsroom/admin/index.ts#OwnCredit": OwnCredit_3575c0312f7ad2883cf1daa232c93d24,
  "@payloadcms/next/client#SlugField": SlugField_2b8867833a34864a02ddf429b0728a40,
  "payload-plugin-imprimatur/client#StageFilter": StageFilter_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "payload-plugin-imprimatur/client#SavedAt": SavedAt_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "payload-plugin-imprimatur/client#WritingMode": WritingMode_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "payload-plugin-imprimatur/client#PreviewPane": PreviewPane_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "payload-plugin-imprimatur/client#MovesAlone": MovesAlone_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "/src/newsroom/admin/index.ts#PreviewTokenItems": PreviewTokenItems_3575c0312f7ad2883cf1daa232c93d24,
  "payload-plugin-imprimatur/client#PieceMoves": PieceMoves_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "payload-plugin-imprimatur/client#SaveButton": SaveButton_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "payload-plugin-imprimatur/client#StageStatus": StageStatus_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "payload-plugin-imprimatur/client#Nothing": Nothing_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "payload-plugin-imprimatur/client#DocumentEdit": DocumentEdit_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "payload-plugin-imprimatur/client#PieceList": PieceList_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "payload-plugin-imprimatur/client#PlainSaveButton": PlainSaveButton_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "/src/newsroom/admin/index.ts#PasswordRule": PasswordRule_3575c0312f7ad2883cf1daa232c93d24,
  "/src/newsroom/admin/index.ts#StyleRuleImport": StyleRuleImport_3575c0312f7ad2883cf1daa232c93d24,
  "/src/newsroom/admin/index.ts#ApiKeyTools": ApiKeyTools_3575c0312f7ad2883cf1daa232c93d24,
  "/src/newsroom/admin/index.ts#WebhookTools": WebhookTools_3575c0312f7ad2883cf1daa232c93d24,
  "/src/newsroom/admin/index.ts#ReplayDelivery": ReplayDelivery_3575c0312f7ad2883cf1daa232c93d24,
  "/src/newsroom/admin/index.ts#Icon": Icon_3575c0312f7ad2883cf1daa232c93d24,
  "/src/newsroom/admin/index.ts#Logo": Logo_3575c0312f7ad2883cf1daa232c93d24,
  "payload-plugin-imprimatur/client#SearchButton": SearchButton_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "payload-plugin-imprimatur/client#NotificationBell": NotificationBell_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "/src/newsroom/admin/index.ts#PasswordNote": PasswordNote_3575c0312f7ad2883cf1daa232c93d24,
  "payload-plugin-imprimatur/rsc#ReviewShortfalls": ReviewShortfalls_ed678231a8577e2116e85f7f4e91c8dd,
  "payload-plugin-imprimatur/rsc#DeskCards": DeskCards_ed678231a8577e2116e85f7f4e91c8dd,
  "/src/newsroom/admin/index.ts#AdminCards": AdminCards_3575c0312f7ad2883cf1daa232c93d24,
  "payload-plugin-imprimatur/client#DeskLink": DeskLink_5ba4ce046b16e3ae97858ac2fbd7f9b5,
  "/src/newsroom/admin/index.ts#UploadProgress": UploadProgress_3575c0312f7ad2883cf1daa232c93d24,
  "payload-plugin-imprimatur/rsc#DeskProvider": DeskProvider_ed678231a8577e2116e85f7f4e91c8dd,
  "/src/newsroom/admin/index.ts#ImportView": ImportView_3575c0312f7ad2883cf1daa232c93d24,
  "payload-plugin-imprimatur/rsc#ReviewQueueView": ReviewQueueView_ed678231a8577e2116e85f7f4e91c8dd,
  "payload-plugin-imprimatur/rsc#ReleasesView": ReleasesView_ed678231a8577e2116e85f7f4e91c8dd,
  "payload-plugin-imprimatur/rsc#ReleaseView": ReleaseView_ed678231a8577e2116e85f7f4e91c8dd,
  "payload-plugin-imprimatur/rsc#ReportView": ReportView_ed678231a8577e2116e85f7f4e91c8dd,
  "payload-plugin-imprimatur/rsc#ReviewView": ReviewView_ed678231a8577e2116e85f7f4e91c8dd,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
