import type { ReactNode } from 'react'

export type TagTone = 'plain' | 'accent' | 'free' | 'warn' | 'quiet'

const TONES: Record<TagTone, string> = {
  plain: 'border-edge text-ink',
  accent: 'border-accent bg-ground text-link',
  free: 'border-free text-free-text',
  warn: 'border-warn text-warn-text',
  quiet: 'border-card text-quiet',
}

/** A state in a word, with an icon; colour never says it alone. */
export function Tag({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: TagTone
  icon?: ReactNode
  children: ReactNode
}) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-4 border px-2 py-0.5 text-sm leading-[1.6] font-bold whitespace-nowrap ${TONES[tone]}`}
    >
      {icon}
      {children}
    </span>
  )
}
