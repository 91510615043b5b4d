import { type ReactNode, useId, useState } from 'react'
import { Button } from './Button'
import { CheckIcon } from './icons'

interface ShownOnceProps {
  label: string
  value: string
  words: { copy: string; copied: string; kept: string }
  onKept: () => void
  /** What else one may do with it. */
  children?: ReactNode
}

/** A secret that nobody can have again: to be copied, and closed by saying that one has it. */
export function ShownOnce({ label, value, words, onKept, children }: ShownOnceProps) {
  const id = useId()
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard?.writeText(value).then(
      () => setCopied(true),
      () => undefined,
    )
  return (
    <>
      <div>
        <label htmlFor={id} className="font-bold">
          {label}
        </label>
        <textarea
          id={id}
          readOnly
          rows={2}
          value={value}
          onFocus={(event) => event.target.select()}
          className="mt-1 w-full resize-none rounded-8 border border-edge bg-white p-3 font-mono break-all"
        />
      </div>
      <div className="flex flex-wrap justify-end gap-3">
        {window.isSecureContext && (
          <Button icon={copied ? <CheckIcon size={18} /> : undefined} onPress={() => void copy()}>
            {copied ? words.copied : words.copy}
          </Button>
        )}
        {children}
        <Button kind="primary" onPress={onKept}>
          {words.kept}
        </Button>
      </div>
    </>
  )
}
