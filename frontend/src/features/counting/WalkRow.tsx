import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cityTime } from '#/lib/city-time'
import { Button } from '#/ui/Button'
import { CheckIcon, ClockIcon, OfflineIcon, UndoIcon } from '#/ui/icons'
import type { WalkLine } from './walk'

interface WalkRowProps {
  line: WalkLine
  current: boolean
  stuck: boolean
  onChoose: () => void
  onUndo: () => void
}

/** An area on the walk: what was counted, and only then what bookings said. */
export function WalkRow({ line, current, stuck, onChoose, onUndo }: WalkRowProps) {
  const { t } = useTranslation('counting')
  const name = useRef<HTMLParagraphElement>(null)
  const undoable = line.waiting !== null || (line.last !== null && line.done)
  const press = (act: () => void) => {
    // The button that was pressed goes away: the keyboard stays in its row.
    name.current?.focus({ preventScroll: true })
    act()
  }
  return (
    <li
      aria-current={current ? 'step' : undefined}
      className={`grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 border-t border-hair py-3 pl-3 first:border-t-0 ${current ? 'border-l-4 border-l-accent bg-ground' : 'border-l-4 border-l-transparent'}`}
    >
      <div className="min-w-0">
        <p ref={name} tabIndex={-1} className="font-bold">
          {line.name}
        </p>
        <Standing line={line} stuck={stuck} />
      </div>
      <div className="pr-3">
        {undoable ? (
          <Button
            kind="quiet"
            size="small"
            icon={<UndoIcon size={18} />}
            aria-label={t('undoFor', { area: line.name })}
            onPress={() => press(onUndo)}
          >
            {t('undo')}
          </Button>
        ) : (
          !current &&
          line.inService > 0 && (
            <Button
              kind="quiet"
              size="small"
              aria-label={t('countFor', { area: line.name })}
              onPress={() => press(onChoose)}
            >
              {t('count')}
            </Button>
          )
        )}
      </div>
    </li>
  )
}

function Standing({ line, stuck }: { line: WalkLine; stuck: boolean }) {
  const { t } = useTranslation('counting')
  const look = 'flex items-center gap-1.5 text-sm'
  if (line.waiting) {
    const words = t('row.counted', { in_use: line.waiting.inUse, in_service: line.inService })
    return (
      <p className={look}>
        {stuck ? <OfflineIcon size={18} className="text-warn" /> : <ClockIcon size={18} />}
        {words}
        <span className={stuck ? 'font-bold text-warn-text' : 'text-quiet'}>
          {t(stuck ? 'row.waits' : 'row.sending')}
        </span>
      </p>
    )
  }
  if (line.inService === 0) return <p className={`${look} text-quiet`}>{t('row.closed')}</p>
  if (!line.last) return <p className={`${look} text-quiet`}>{t('row.notYet', { count: line.inService })}</p>
  const { in_use, in_service, at, booked, checked_in } = line.last
  return (
    <>
      <p className={look}>
        {line.done ? <CheckIcon size={18} className="text-free" /> : <ClockIcon size={18} />}
        <span>{t('row.counted', { in_use, in_service })}</span>
        <span className="text-quiet">
          {line.done ? cityTime(at) : t('row.earlier', { time: cityTime(at) })}
        </span>
      </p>
      <p className="text-sm text-quiet">{t('row.beside', { booked, checked_in })}</p>
    </>
  )
}
