import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cityTime } from '#/lib/city-time'
import { Button } from '#/ui/Button'
import { CheckIcon, UndoIcon } from '#/ui/icons'
import { AccountedTag } from './AccountedTag'
import type { CountLine, Status } from './standing'
import { type Names, placeWords, sectionWords, sourceWords } from './words'

interface CountRowProps {
  line: CountLine
  names: Names
  now: number
  /** The head count is over: nothing can be marked. */
  closed: boolean
  onMark: (status: Status) => void
  /** Show the other choices. */
  onMore: () => void
}

/** One person of a head count: one large press for the usual answer, a smaller one for the others. */
export function CountRow({ line, names, now, closed, onMark, onMore }: CountRowProps) {
  const { t } = useTranslation('roster')
  const name = useRef<HTMLParagraphElement>(null)
  const { mark, state } = line
  const marked = mark !== null && mark.status !== 'unmarked'
  const press = (status: Status) => {
    // The button that was pressed goes away: the keyboard stays in its row.
    name.current?.focus({ preventScroll: true })
    onMark(status)
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3">
      <div className="min-w-0">
        <p ref={name} tabIndex={-1}>
          <span className="font-bold">{line.name}</span>{' '}
          <span className="text-sm text-quiet">{line.kana}</span>
        </p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <AccountedTag state={state} />
          {marked && (
            <span className="text-quiet">
              {mark.by_self
                ? t('count.byself', { time: cityTime(mark.made_at) })
                : t('count.by', { time: cityTime(mark.made_at), who: mark.made_by })}
            </span>
          )}
          {line.onItsWay && <span className="font-bold text-warn-text">{t('count.onItsWay')}</span>}
        </p>
        {mark?.note && <p className="text-sm">{mark.note}</p>}
        <p className="text-sm">{placeWords(t, line, names)}</p>
        <p className="text-sm text-quiet">
          {sectionWords(t, line, names)}
          <span className="mx-1">・</span>
          {sourceWords(t, line, now)}
        </p>
      </div>
      {!closed && (
        <div className="flex w-24 flex-col gap-2">
          {marked ? (
            <Button
              size="big"
              kind="quiet"
              className="px-2! text-base!"
              icon={<UndoIcon size={18} />}
              aria-label={t('count.undoFor', { name: line.name, state: t(`count.state.${state}`) })}
              onPress={() => press('unmarked')}
            >
              {t('count.undo')}
            </Button>
          ) : (
            <Button
              size="big"
              kind="primary"
              className="px-2!"
              icon={<CheckIcon size={20} />}
              aria-label={t('count.safeFor', { name: line.name })}
              onPress={() => press('safe')}
            >
              {t('count.safe')}
            </Button>
          )}
          <Button
            kind="quiet"
            size="small"
            aria-label={t('count.moreFor', { name: line.name })}
            onPress={onMore}
          >
            {t('count.more')}
          </Button>
        </div>
      )}
    </div>
  )
}
