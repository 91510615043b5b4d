import type { ReactNode } from 'react'

interface FileButtonProps {
  accept: string
  multiple?: boolean
  /** Choose a folder instead of files. */
  folder?: boolean
  onFiles: (files: File[]) => void
  children: ReactNode
}

/** The browser's own way to choose files, looking like our buttons. */
export function FileButton({ accept, multiple, folder, onFiles, children }: FileButtonProps) {
  return (
    <label className="file-button">
      {children}
      <input
        type="file"
        accept={folder ? undefined : accept}
        multiple={multiple || folder}
        {...(folder && { webkitdirectory: '' })}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </label>
  )
}
