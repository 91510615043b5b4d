import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { CalendarIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'

interface LineProps {
  when: string
  name: string
  /** Read from a calendar: what is taken away by hand comes back with the next reading. */
  fromCalendar: boolean
  busy: boolean
  onRemove: () => void
}

/** One day or event, and the way to take it away. */
export function Line({ when, name, fromCalendar, busy, onRemove }: LineProps) {
  const { t } = useTranslation('closingDays')
  return (
    <div className="flex items-center gap-x-4">
      <div className="flex min-w-0 grow flex-wrap items-center gap-x-4 gap-y-1">
        <span className="tabular-nums rail:min-w-44">{when}</span>
        <span className="min-w-0 font-bold break-words">{name}</span>
        {fromCalendar && (
          <Tag tone="quiet" icon={<CalendarIcon size={16} />}>
            {t('fromCalendar')}
          </Tag>
        )}
      </div>
      <Button
        kind="quiet"
        size="small"
        className="shrink-0"
        busy={busy}
        aria-label={t('removeThis', { name, when })}
        onPress={onRemove}
      >
        {t('remove')}
      </Button>
    </div>
  )
}
