import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { Notice } from '#/ui/Notice'

const AT_ONCE = 100

interface LongListProps<One> {
  label: string
  all: readonly One[]
  keyOf: (one: One) => number
  children: (one: One) => ReactNode
  onClear?: () => void
}

/** A list of possibly thousands, a hundred at once; says how many there are, and cuts nothing silently. */
export function LongList<One>({ label, all, keyOf, children, onClear }: LongListProps<One>) {
  const { t } = useTranslation('roster')
  const [most, setMost] = useState(AT_ONCE)
  if (all.length === 0) {
    return (
      <Notice>
        <p>{t('filter.none')}</p>
        {onClear && (
          <Button size="small" className="mt-2" onPress={onClear}>
            {t('filter.clear')}
          </Button>
        )}
      </Notice>
    )
  }
  return (
    <>
      <ul aria-label={label} className="max-w-200">
        {all.slice(0, most).map((one) => (
          <li
            key={keyOf(one)}
            className="border-b border-card py-2 [contain-intrinsic-size:auto_5.5rem] [content-visibility:auto]"
          >
            {children(one)}
          </li>
        ))}
      </ul>
      {all.length > most && (
        <div className="mt-4 flex flex-wrap items-center gap-4">
          <p className="text-sm text-quiet">{t('filter.shown', { all: all.length, shown: most })}</p>
          <Button onPress={() => setMost(most + AT_ONCE)}>{t('filter.more')}</Button>
        </div>
      )}
    </>
  )
}
