import { useTranslation } from 'react-i18next'
import type { FloorView } from './useView'
import { STEP } from './view'

/** Plus, minus and the whole floor: everything the wheel and two fingers can do. */
export function ZoomButtons({ view, compact }: { view: FloorView; compact: boolean }) {
  const { t } = useTranslation()
  const percent = Math.round(view.zoom * 100)
  return (
    <div className="zoom-buttons" data-compact={compact || undefined} role="group" aria-label={t('book.zoom')}>
      {!compact && <span className="zoom-now">{t('book.zoomNow', { percent })}</span>}
      <ZoomButton
        label={t('book.zoomOut')}
        draw="M5 12h14"
        onPress={() => {
          view.zoomAtMiddle(1 / STEP)
        }}
      />
      <ZoomButton
        label={t('book.zoomIn')}
        draw="M12 5v14M5 12h14"
        onPress={() => {
          view.zoomAtMiddle(STEP)
        }}
      />
      <ZoomButton
        label={t('book.zoomFit')}
        draw="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"
        onPress={view.fit}
      />
    </div>
  )
}

interface ZoomButtonProps {
  label: string
  draw: string
  onPress: () => void
}

function ZoomButton({ label, draw, onPress }: ZoomButtonProps) {
  return (
    <button type="button" className="zoom-button" aria-label={label} onClick={onPress}>
      <svg width={24} height={24} viewBox="0 0 24 24" aria-hidden="true">
        <path d={draw} fill="none" stroke="currentColor" strokeWidth={2} />
      </svg>
    </button>
  )
}
