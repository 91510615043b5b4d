import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { Defined } from '../Defined'
import { percent, whole } from '../numbers'
import type { PlacementResult } from '../shapes'

/** What a placement came to: desks, moves, and how near it is to the best there can be. */
export function PlacementSummary({ result }: { result: PlacementResult }) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  const total = (of: 'needed' | 'capacity') => result.floors.reduce((sum, floor) => sum + floor[of], 0)
  const short = result.floors.filter(({ left }) => left < 0)
  const sections = result.floors.reduce((sum, floor) => sum + floor.sections.length, 0)
  return (
    <dl className="m-0 max-w-200 border-b border-hair">
      <Defined term={t('result.desks')} meaning={t('result.desksMeaning')}>
        {t('result.desksOf', {
          needed: whole(total('needed'), language),
          capacity: whole(total('capacity'), language),
        })}
        {short.length > 0 && (
          <b className="ms-2 text-warn-text">
            {t('result.shortFloors', { floors: short.map(({ floor }) => floor.name).join(t('separator')) })}
          </b>
        )}
      </Defined>
      <Defined term={t('result.moves')} meaning={t('result.movesMeaning')}>
        {t('result.movesOf', { count: result.moves, of: whole(sections, language) })}
      </Defined>
      <Defined term={t('result.quality')} meaning={t('result.qualityMeaning')}>
        {result.optimal ? t('result.optimal') : t('result.gap', { gap: percent(result.gap, language) })}
        {t('brackets', { what: t(`stopped.${result.stopped}`, { count: Math.ceil(result.seconds) }) })}
      </Defined>
      {result.pooled_days > 0 && (
        <Defined term={t('result.sharing')} meaning={t('result.sharingMeaning')}>
          {t('result.sharingOf', { days: t('days', { count: result.pooled_days }) })}
        </Defined>
      )}
    </dl>
  )
}
