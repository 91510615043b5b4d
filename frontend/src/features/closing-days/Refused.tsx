import { useProblemWords } from '#/api/useProblemWords'
import { RefusedNotice } from '#/ui/RefusedNotice'

/** Why something was refused, where it was asked for; nothing without an error. */
export function Refused({ error }: { error: unknown }) {
  const words = useProblemWords()
  return <RefusedNotice words={error ? words(error) : null} />
}
