import { useTranslation } from 'react-i18next'

/** What the drawing of the floors means, in its own strokes. */
export function StackLegend() {
  const { t } = useTranslation('planning')
  const box = 'inline-block h-5 w-6 rounded-[2px] border'
  const marks = [
    { word: t('legend.section'), mark: <span className={`${box} border-edge`} /> },
    { word: t('legend.bureau'), mark: <span className="inline-block h-5 border-l-4 border-black" /> },
    { word: t('legend.moved'), mark: <span className={`${box} border-2 border-accent bg-ground`} /> },
    { word: t('legend.capacity'), mark: <span className="inline-block h-5 border-l-2 border-black" /> },
    { word: t('legend.room'), mark: <span className={`${box} border-dashed border-free`} /> },
    { word: t('legend.short'), mark: <span className={`${box} short-hatch border-warn`} /> },
  ]
  return (
    <ul aria-label={t('legend.title')} className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {marks.map(({ word, mark }) => (
        <li key={word} className="inline-flex items-center gap-2">
          <span aria-hidden="true" className="inline-flex">
            {mark}
          </span>
          {word}
        </li>
      ))}
    </ul>
  )
}
