import { StageCell as StageCell_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { PiecePanel as PiecePanel_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { FastTrackBanner as FastTrackBanner_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { WritersNote as WritersNote_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
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
import { NewsroomDateCell as NewsroomDateCell_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { NewsroomDateField as NewsroomDateField_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { NewsroomDateFilter as NewsroomDateFilter_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { ArrayAtOnce as ArrayAtOnce_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { SlugField as SlugField_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { SavedAt as SavedAt_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { MovesAlone as MovesAlone_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { PieceMoves as PieceMoves_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { SaveButton as SaveButton_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { StageStatus as StageStatus_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { Nothing as Nothing_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { DocumentEdit as DocumentEdit_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { PieceList as PieceList_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { PasswordRule as PasswordRule_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { PlainSaveButton as PlainSaveButton_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { PasswordNote as PasswordNote_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { WaitingCard as WaitingCard_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { ReviewShortfalls as ReviewShortfalls_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { DeskLink as DeskLink_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { DeskProvider as DeskProvider_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { UploadProgress as UploadProgress_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { ImportView as ImportView_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { ReviewQueueView as ReviewQueueView_5514e89a61f3c7fc6e0a8ed9874ff162 } from '../../../../src/admin/index.ts'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/index.ts#StageCell": StageCell_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#PiecePanel": PiecePanel_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#FastTrackBanner": FastTrackBanner_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#WritersNote": WritersNote_5514e89a61f3c7fc6e0a8ed9874ff162,
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
  "/src/admin/index.ts#NewsroomDateCell": NewsroomDateCell_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#NewsroomDateField": NewsroomDateField_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#NewsroomDateFilter": NewsroomDateFilter_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#ArrayAtOnce": ArrayAtOnce_5514e89a61f3c7fc6e0a8ed9874ff162,
  "@payloadcms/next/client#SlugField": SlugField_2b8867833a34864a02ddf429b0728a40,
  "/src/admin/index.ts#SavedAt": SavedAt_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#MovesAlone": MovesAlone_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#PieceMoves": PieceMoves_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#SaveButton": SaveButton_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#StageStatus": StageStatus_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#Nothing": Nothing_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#DocumentEdit": DocumentEdit_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#PieceList": PieceList_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#PasswordRule": PasswordRule_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#PlainSaveButton": PlainSaveButton_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#PasswordNote": PasswordNote_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#WaitingCard": WaitingCard_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#ReviewShortfalls": ReviewShortfalls_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#DeskLink": DeskLink_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#DeskProvider": DeskProvider_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#UploadProgress": UploadProgress_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#ImportView": ImportView_5514e89a61f3c7fc6e0a8ed9874ff162,
  "/src/admin/index.ts#ReviewQueueView": ReviewQueueView_5514e89a61f3c7fc6e0a8ed9874ff162,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
