import { useTranslation } from 'react-i18next'
import { ModeDrawing } from './DeskShape'
import { DESK_MODES } from './plan'

const SIDE = { width: 0.7, height: 1.2 }

/** What each drawing means; the same drawing as on the map. */
export function MapLegend() {
  const { t } = useTranslation('places')
  return (
    <ul className="edit-legend" aria-label={t('editor.legend')}>
      {DESK_MODES.map((mode) => (
        <li key={mode}>
          <svg viewBox="-0.06 -0.06 0.82 1.32" width={13} height={21} aria-hidden="true">
            <g className="edit-desk" data-mode={mode}>
              <rect className="edit-body" {...SIDE} rx={0.06} />
              <ModeDrawing mode={mode} {...SIDE} />
            </g>
          </svg>
          {t(`editor.modes.${mode}`)}
        </li>
      ))}
      <li>
        <svg viewBox="-0.06 -0.06 0.82 1.32" width={13} height={21} aria-hidden="true">
          <g className="edit-desk" data-chosen>
            <rect className="edit-body" {...SIDE} rx={0.06} />
          </g>
        </svg>
        {t('editor.chosen')}
      </li>
      <li>
        <svg viewBox="-0.06 -0.06 0.82 1.32" width={13} height={21} aria-hidden="true">
          <g className="edit-desk" data-wrong>
            <rect className="edit-body" {...SIDE} rx={0.06} />
            <path className="edit-wrong" d="M.15.36h.4L.35 0z" />
          </g>
        </svg>
        {t('editor.wrong')}
      </li>
    </ul>
  )
}
