/** Files of an import: what the tables and drawings of a hall are called. */
const WANTED = /\.(csv|svg)$/i

/** The files that a drop carries, folders opened; only tables and drawings. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return wantedFiles(transfer.files)
  const found = await Promise.all(entries.map(filesIn))
  return wantedFiles(found.flat())
}

export function wantedFiles(files: Iterable<File>): File[] {
  return [...files].filter((file) => WANTED.test(file.name))
}

/** `files` with `more` in place of those of the same name. */
export function withFiles(files: readonly File[], more: readonly File[]): File[] {
  const names = new Set(more.map((file) => file.name))
  return [...files.filter((file) => !names.has(file.name)), ...more].sort((a, b) =>
    a.name.localeCompare(b.name),
  )
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    )
    return [file]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: File[] = []
  // A reader gives a hundred entries at a time, and an empty list at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return found
    found.push(...(await Promise.all(some.map(filesIn))).flat())
  }
}
