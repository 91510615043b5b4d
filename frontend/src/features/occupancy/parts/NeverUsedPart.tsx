import { useTranslation } from 'react-i18next'
import type { DeskRow } from '../answers'
import { ReportPart } from '../ReportPart'

interface NeverUsedPartProps {
  rows: readonly DeskRow[]
  /** The floors' names by id, in their order. */
  floors: ReadonlyMap<number, string>
}

/** So many are shown without asking. */
const FEW = 40

/** 一度も使われない席: floor by floor, by their codes. */
export function NeverUsedPart({ rows, floors }: NeverUsedPartProps) {
  const { t } = useTranslation('occupancy')
  const lines = [...floors]
    .map(([id, name]) => ({ id, name, desks: rows.filter(({ desk }) => desk.floor_id === id) }))
    .filter(({ desks }) => desks.length > 0)
  return (
    <ReportPart
      name="never"
      title={t('never.title')}
      note={rows.length > 0 && t('never.note', { count: rows.length })}
    >
      {lines.length === 0 ? (
        <p className="text-quiet">{t('never.none')}</p>
      ) : (
        <ul className="never-used">
          {lines.map(({ id, name, desks }) => (
            <li key={id}>
              <details open={rows.length <= FEW}>
                <summary>
                  {name}{' '}
                  <span className="font-normal text-quiet">{t('never.note', { count: desks.length })}</span>
                </summary>
                <p>
                  {desks.map(({ desk }) => (
                    <span key={desk.id}>{desk.code} </span>
                  ))}
                </p>
              </details>
            </li>
          ))}
        </ul>
      )}
    </ReportPart>
  )
}
