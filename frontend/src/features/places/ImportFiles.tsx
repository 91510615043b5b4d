import { useQuery } from '@tanstack/react-query'
import { type DragEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#/api/client'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { FileButton } from '#/ui/FileButton'
import { CheckIcon, CloseIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { SectionHeading } from '#/ui/SectionHeading'
import { Select } from '#/ui/Select'
import { TextField } from '#/ui/TextField'
import { droppedFiles, wantedFiles, withFiles } from './dropped-files'
import { ImportedFloors } from './ImportedFloors'
import { ImportMistakes } from './ImportMistakes'
import { useImport } from './useImport'
import './places.css'

interface ImportFilesProps {
  today: string
  draftLink: (draft: number, children: ReactNode) => ReactNode
}

/** Tables and drawings of floors: chosen or dropped, checked at once, mended, made into drafts. */
export function ImportFiles({ today, draftLink }: ImportFilesProps) {
  const { t } = useTranslation('places')
  const words = useProblemWords()
  const buildings = useQuery(api.queryOptions('get', '/buildings/', {}))
  const [chosen, setChosen] = useState<number | null>(null)
  const [day, setDay] = useState(today)
  const [files, setFiles] = useState<readonly File[]>([])
  const [over, setOver] = useState(false)
  const run = useImport()
  const building = chosen ?? buildings.data?.[0]?.id ?? null
  const checked = run.isSuccess ? run.data : null
  const made = checked !== null && run.variables?.dryRun === false

  const check = (next: readonly File[], from = day, to = building) => {
    setFiles(next)
    if (next.length === 0 || from === '') return run.reset()
    run.mutate({ files: next, building: to, effectiveFrom: from, dryRun: true })
  }
  const onDrop = async (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    check(withFiles(files, await droppedFiles(event.dataTransfer)))
  }
  const take = (more: File[]) => check(withFiles(files, wantedFiles(more)))

  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap gap-4">
        {(buildings.data?.length ?? 0) > 1 && (
          <Select
            label={t('import.building')}
            value={String(building)}
            options={(buildings.data ?? []).map((one) => ({ value: String(one.id), label: one.name }))}
            onChange={(id) => {
              setChosen(Number(id))
              check(files, day, Number(id))
            }}
          />
        )}
        <TextField
          label={t('editor.effectiveFrom')}
          type="date"
          min={today}
          value={day}
          onChange={(next) => {
            setDay(next)
            check(files, next)
          }}
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one of two ways; the buttons in it are the other */}
      <div
        className="drop-zone"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => void onDrop(event)}
      >
        <p className="font-bold">{t('import.drop')}</p>
        <p className="text-sm text-quiet">{t('import.what')}</p>
        <div className="flex flex-wrap gap-2">
          <FileButton accept=".csv,.svg" multiple onFiles={take}>
            {t('import.chooseFiles')}
          </FileButton>
          <FileButton accept=".csv,.svg" folder onFiles={take}>
            {t('import.chooseFolder')}
          </FileButton>
        </div>
        {files.length > 0 && (
          <ul className="flex flex-wrap gap-2" aria-label={t('import.files')}>
            {files.map((file) => (
              <li
                key={file.name}
                className="inline-flex items-center gap-1 rounded-4 border border-card ps-3 text-sm"
              >
                {file.name}
                <button
                  type="button"
                  className="grid size-11 place-items-center"
                  aria-label={t('import.without', { file: file.name })}
                  onClick={() => check(files.filter((other) => other !== file))}
                >
                  <CloseIcon size={16} />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div aria-live="polite">{run.isPending && <p>{t('import.checking')}</p>}</div>
      {run.isError && (
        <Notice tone="warn">
          <p className="font-bold">{words(run.error).title}</p>
          {words(run.error).lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      {checked && checked.mistakes_total > 0 && (
        <ImportMistakes mistakes={checked.mistakes} total={checked.mistakes_total} />
      )}
      {checked && checked.mistakes_total === 0 && (
        <section className="flex flex-col gap-4" aria-labelledby="imported">
          <SectionHeading id="imported">{t(made ? 'import.made' : 'import.result')}</SectionHeading>
          {checked.floors.length === 0 ? (
            <p className="flex items-center gap-2">
              <CheckIcon className="text-free" />
              {t('import.same')}
            </p>
          ) : (
            <ImportedFloors floors={checked.floors} draftLink={draftLink} />
          )}
          {checked.left_out.length > 0 && (
            <p className="text-sm text-quiet">
              {t('import.leftOut', {
                files: checked.left_out.map(({ file }) => file).join(t('editor.separator')),
              })}
            </p>
          )}
          {!made && checked.floors.length > 0 && building !== null && (
            <Button
              kind="primary"
              className="self-start"
              busy={run.isPending}
              onPress={() => run.mutate({ files, building, effectiveFrom: day, dryRun: false })}
            >
              {t('import.make', { count: checked.floors.length })}
            </Button>
          )}
        </section>
      )}
    </div>
  )
}
