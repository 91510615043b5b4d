import { useTranslation } from 'react-i18next'
import { dayName, timeRange } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import type { AskedChoice } from './usePlanning'

/** A leave or a trip where a desk or telework stands: says what goes, and changes nothing before the answer. */
export function LetGoDialog({
  asked,
  onAnswer,
}: {
  asked: Pick<AskedChoice, 'place' | 'letsGo'> | null
  onAnswer: (goOn: boolean) => void
}) {
  const { t } = useTranslation('plan')
  const { t: everyday } = useTranslation()
  const language = useLanguage()
  return (
    <Dialog
      open={asked !== null}
      title={asked ? t('letGo.title', { place: everyday(`place.${asked.place}`) }) : ''}
      onClose={() => onAnswer(false)}
    >
      {asked && (
        <>
          <ul className="mb-4 flex flex-col gap-1">
            {asked.letsGo.flatMap(({ day, what }) =>
              what.map((one) => (
                <li key={`${day}-${one.kind}-${one.id}`}>
                  {t(one.kind === 'booking' ? 'letGo.desk' : 'letGo.telework', {
                    day: dayName(day, language),
                    hours: timeRange(one.start, one.end),
                    desk: one.desk_code ?? '',
                  })}
                </li>
              )),
            )}
          </ul>
          <div className="flex flex-wrap gap-2">
            <Button kind="primary" onPress={() => onAnswer(true)}>
              {t('letGo.do', { place: everyday(`place.${asked.place}`) })}
            </Button>
            <Button onPress={() => onAnswer(false)}>{t('letGo.keep')}</Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
