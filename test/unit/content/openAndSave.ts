import {
  AutoLinkNode,
  LinkNode,
  RelationshipServerNode,
  ServerBlockNode,
  ServerInlineBlockNode,
  UploadServerNode,
} from '@payloadcms/richtext-lexical'
import { $getRoot, $isElementNode } from '@payloadcms/richtext-lexical/lexical'
import type { LexicalNode, SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import { ListItemNode, ListNode } from '@payloadcms/richtext-lexical/lexical/list'
import { HeadingNode, QuoteNode } from '@payloadcms/richtext-lexical/lexical/rich-text'

const nodes = [
  AutoLinkNode,
  HeadingNode,
  LinkNode,
  ListItemNode,
  ListNode,
  QuoteNode,
  RelationshipServerNode,
  ServerBlockNode,
  ServerInlineBlockNode,
  UploadServerNode,
]

/**
 * What Payload's editor makes of a state: loads it into Lexical with Payload's own nodes and takes it out again, as
 * JSON.
 *
 * @param normalise have Lexical look at every node, as it does where somebody types
 */
export function openAndSave(state: unknown, normalise = false): unknown {
  const editor = createHeadlessEditor({
    nodes,
    onError: (error) => {
      throw error
    },
  })
  editor.setEditorState(editor.parseEditorState(JSON.parse(JSON.stringify(state)) as SerializedEditorState))
  if (normalise) editor.update(() => markDirty($getRoot()), { discrete: true })
  return JSON.parse(JSON.stringify(editor.getEditorState().toJSON()))
}

function markDirty(node: LexicalNode): void {
  node.markDirty()
  if ($isElementNode(node)) node.getChildren().forEach(markDirty)
}
