import { useProblemWords } from '#/api/useProblemWords'
import { Notice } from '#/ui/Notice'

/** Why something was refused, where it was asked for; nothing without an error. */
export function Refused({ error }: { error: unknown }) {
  const words = useProblemWords()
  if (!error) return null
  const { title, lines } = words(error)
  return (
    <Notice tone="warn">
      <p className="font-bold">{title}</p>
      {lines.map((line) => (
        <p key={line} className="break-words">
          {line}
        </p>
      ))}
    </Notice>
  )
}
