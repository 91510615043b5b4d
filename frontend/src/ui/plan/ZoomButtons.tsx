import { useTranslation } from 'react-i18next'
import { FitIcon, MinusIcon, PlusIcon } from '../icons'
import type { FloorView } from './useView'
import { STEP } from './view'
import './plan.css'

interface ZoomButtonsProps {
  view: FloorView
  compact: boolean
  onZoom: (factor: number) => void
}

/** Plus, minus and the whole floor: everything the wheel and two fingers can do. */
export function ZoomButtons({ view, compact, onZoom }: ZoomButtonsProps) {
  const { t } = useTranslation()
  const percent = Math.round(view.zoom * 100)
  const steps = [
    { label: t('book.zoomOut'), icon: <MinusIcon size={22} />, onClick: () => onZoom(1 / STEP) },
    { label: t('book.zoomIn'), icon: <PlusIcon size={22} />, onClick: () => onZoom(STEP) },
    { label: t('book.zoomFit'), icon: <FitIcon size={22} />, onClick: view.fit },
  ]
  return (
    <fieldset className="zoom-buttons" data-compact={compact || undefined}>
      <legend className="sr-only">{t('book.zoom')}</legend>
      {!compact && (
        <span className="zoom-now">
          {view.fits ? t('book.zoomNow', { percent }) : t('book.zoomedTo', { percent })}
        </span>
      )}
      {(compact ? [steps[1], steps[0], steps[2]] : steps).map(
        (step) =>
          step && (
            <button key={step.label} type="button" aria-label={step.label} onClick={step.onClick}>
              {step.icon}
            </button>
          ),
      )}
    </fieldset>
  )
}
