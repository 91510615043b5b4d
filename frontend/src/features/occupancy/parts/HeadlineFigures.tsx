import { useTranslation } from 'react-i18next'
import { InfoIcon } from '#/ui/icons'
import type { Summary } from '../answers'
import { type Core, type Figure, type FigureName, figureOf, HEADLINE, MORE } from '../figures'
import { DefinitionRow } from './DefinitionRow'

interface HeadlineFiguresProps {
  summary: Summary
  core: Core
  /** The figure whose definition is open. */
  open: string | null
  onOpen: (name: FigureName | null) => void
}

/** The figures to be defended in a meeting, each with its definition one press away. */
export function HeadlineFigures({ summary, core, open, onOpen }: HeadlineFiguresProps) {
  const { t } = useTranslation('occupancy')
  const rows = [
    { names: HEADLINE, label: t('figures'), small: false },
    { names: MORE, label: t('more'), small: true },
  ]
  return (
    <div className="flex flex-col gap-4">
      {rows.map(({ names, label, small }) => {
        const figures = names.map((name) => figureOf(t, name, summary, core))
        const opened = figures.find(({ name }) => name === open)
        return (
          <section key={label} aria-label={label} className="figures-box">
            <ul className="figures" data-small={small || undefined}>
              {figures.map((figure) => (
                <FigureCell
                  key={figure.name}
                  figure={figure}
                  open={figure.name === open}
                  onOpen={() => onOpen(figure.name === open ? null : figure.name)}
                />
              ))}
            </ul>
            {opened && (
              <DefinitionRow
                id={idOf(opened.name)}
                figure={opened}
                scope={summary.scope}
                onClose={() => {
                  onOpen(null)
                  document.getElementById(`${idOf(opened.name)}-button`)?.focus()
                }}
              />
            )}
          </section>
        )
      })}
    </div>
  )
}

interface FigureCellProps {
  figure: Figure
  open: boolean
  onOpen: () => void
}

function FigureCell({ figure, open, onOpen }: FigureCellProps) {
  const { t } = useTranslation('occupancy')
  return (
    <li className="figure" data-open={open || undefined}>
      <p className="figure-label">{figure.label}</p>
      <p className="figure-value">
        {figure.value}
        <span className="figure-unit">{figure.unit}</span>
      </p>
      <p className="figure-note">{figure.note}</p>
      {figure.was && (
        <p className="figure-note figure-was">
          <span>{t('compare.was', { value: figure.was.value })}</span>
          {figure.was.change && <b>{figure.was.change}</b>}
        </p>
      )}
      <button
        type="button"
        id={`${idOf(figure.name)}-button`}
        aria-expanded={open}
        aria-controls={open ? idOf(figure.name) : undefined}
        aria-label={t(open ? 'define.closeOf' : 'define.openOf', { figure: figure.label })}
        onClick={onOpen}
        className="figure-define"
      >
        <InfoIcon size={18} />
        <span>{t(open ? 'define.close' : 'define.open')}</span>
      </button>
    </li>
  )
}

function idOf(name: FigureName): string {
  return `definition-${name}`
}
