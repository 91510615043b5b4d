import type { ReactNode } from 'react'
import { buttonLook } from './button-look'

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
    <label
      className={`${buttonLook()} relative cursor-pointer focus-within:shadow-[0_0_0_2px_var(--color-yellow-300)] focus-within:outline-4 focus-within:outline-offset-2 focus-within:outline-black`}
    >
      {children}
      <input
        type="file"
        accept={folder ? undefined : accept}
        multiple={multiple || folder}
        {...(folder && { webkitdirectory: '' })}
        className="absolute inset-0 w-full cursor-pointer opacity-0"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </label>
  )
}
