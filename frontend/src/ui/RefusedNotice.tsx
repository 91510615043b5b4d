import { Notice } from './Notice'

/** Why something was refused, in the words it is given, where it was asked for; nothing where it was not. */
export function RefusedNotice({ words }: { words: { title: string; lines: readonly string[] } | null }) {
  if (!words) return null
  return (
    <Notice tone="warn">
      <p className="font-bold">{words.title}</p>
      {words.lines.map((line) => (
        <p key={line} className="break-words">
          {line}
        </p>
      ))}
    </Notice>
  )
}
