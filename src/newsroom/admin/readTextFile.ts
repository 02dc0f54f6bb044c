/** What a chosen file turned out to be: its text, or a sentence that says why it has none. */
export type ReadFile = { readonly text: string } | { readonly fault: string }

/** Reads a file as text in UTF-8, and takes nothing else for text. */
export async function readTextFile(file: Pick<File, 'arrayBuffer' | 'size'>, limit: number): Promise<ReadFile> {
  if (file.size > limit) {
    return {
      fault: `The file is larger than ${Math.floor(limit / 1000)} kB. A page of text is much smaller. Import a larger export from the console: npm run import -- FILE`,
    }
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()) }
  } catch {
    return { fault: 'The file is not text in UTF-8. Save the page as plain text in UTF-8 and choose that file.' }
  }
}
