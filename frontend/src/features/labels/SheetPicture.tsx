import { useTranslation } from 'react-i18next'
import { type LabelSheet, labelsOn, margins, PAGE } from './sheets'

interface SheetPictureProps {
  sheet: LabelSheet
  first: number
  /** How many labels there are in all. */
  labels: number
  onFirst: (first: number) => void
}

/** The first sheet as it will be printed; a press on a label begins there. */
export function SheetPicture({ sheet, first, labels, onFirst }: SheetPictureProps) {
  const { t } = useTranslation('displays')
  const { left, top } = margins(sheet)
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`
  return (
    <fieldset
      aria-label={t('labels.picture')}
      className="relative m-0 w-full max-w-72 border border-edge bg-white p-0"
      style={{ aspectRatio: `${PAGE.width} / ${PAGE.height}` }}
    >
      {Array.from({ length: labelsOn(sheet) }, (_, index) => {
        const position = index + 1
        const printed = position >= first && position < first + labels
        return (
          <button
            key={position}
            type="button"
            aria-pressed={position === first}
            aria-label={t('labels.beginAt', { position })}
            onClick={() => onFirst(position)}
            className={`absolute flex items-center justify-center rounded-4 border text-sm leading-none ${
              printed ? 'border-accent bg-ground font-bold text-link' : 'border-dashed border-card text-quiet'
            } hover:border-accent`}
            style={{
              left: percent(left + (index % sheet.columns) * sheet.width + 1, PAGE.width),
              top: percent(top + Math.floor(index / sheet.columns) * sheet.height + 1, PAGE.height),
              width: percent(sheet.width - 2, PAGE.width),
              height: percent(sheet.height - 2, PAGE.height),
            }}
          >
            {position === first ? t('labels.firstHere') : printed ? '▦' : ''}
          </button>
        )
      })}
    </fieldset>
  )
}
