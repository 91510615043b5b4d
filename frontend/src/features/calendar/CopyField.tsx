import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { CheckIcon } from '#/ui/icons'

/** An address to be taken elsewhere: copied by a button, or by hand where the browser does not let a button do it. */
export function CopyField({ name, address }: { name: string; address: string }) {
  const { t } = useTranslation('calendar')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  // Which address was copied: a renewed one is not.
  const [copied, setCopied] = useState<{ address: string; done: boolean } | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      setCopied({ address, done: true })
    } catch {
      field.current?.select()
      setCopied({ address, done: false })
    }
  }
  const said = copied?.address === address ? copied : null
  return (
    <div>
      <label htmlFor={id} className="text-sm font-bold">
        {t('feeds.address')}
      </label>
      <div className="mt-1 flex flex-wrap items-center gap-2">
        <input
          ref={field}
          id={id}
          readOnly
          value={address}
          onFocus={(event) => event.target.select()}
          className="min-h-11 min-w-0 grow basis-60 rounded-8 border border-edge bg-white px-3 font-mono text-sm"
        />
        <Button
          aria-label={t('feeds.copyOf', { name })}
          icon={said?.done ? <CheckIcon size={18} /> : undefined}
          onPress={() => void copy()}
        >
          {t('feeds.copy')}
        </Button>
      </div>
      <p role="status" className="text-sm">
        {said && t(said.done ? 'feeds.copied' : 'feeds.copyFailed')}
      </p>
    </div>
  )
}
