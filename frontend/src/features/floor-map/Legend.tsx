import { useTranslation } from 'react-i18next'
import { DeskGlyph } from './DeskGlyph'
import { DESK_KINDS, type DeskKind, type DeskState } from './desk-state'
import { kindWord } from './desk-words'

const SAMPLE: Record<DeskKind, DeskState> = {
  free: { kind: 'free' },
  mine: { kind: 'mine', bookingId: null },
  taken: { kind: 'taken', by: null, partly: false },
  offered: { kind: 'offered', toMe: false },
  drop_in: { kind: 'drop_in' },
  assigned: { kind: 'assigned', to: null },
  closed: { kind: 'closed', reason: '' },
}

const PARTLY: DeskState = { kind: 'taken', by: null, partly: true }

/** What each drawing means; always under the map. `partly` and `offered` only where some desk is drawn so. */
export function Legend({ partly, offered = false }: { partly: boolean; offered?: boolean }) {
  const { t } = useTranslation()
  return (
    <ul className="map-legend" aria-label={t('book.legend')}>
      {DESK_KINDS.map((kind) => (
        <li key={kind}>
          <DeskGlyph state={SAMPLE[kind]} />
          {kindWord(t, kind)}
        </li>
      ))}
      {partly && (
        <li>
          <DeskGlyph state={PARTLY} />
          {t('desk.state.partly')}
        </li>
      )}
      {offered && (
        <li>
          <DeskGlyph state={SAMPLE.offered} />
          {kindWord(t, 'offered')}
        </li>
      )}
      <li>
        <DeskGlyph state={SAMPLE.taken} ringed />
        {t('book.searchHit')}
      </li>
    </ul>
  )
}
