import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { FileButton } from '#/ui/FileButton'
import { SectionHeading } from '#/ui/SectionHeading'
import { showToast } from '#/ui/toasts'
import { HoldsChoice } from './HoldsChoice'
import { useImportFile } from './queries'
import { ReadingResult } from './ReadingResult'
import { Refused } from './Refused'
import type { Holds } from './shapes'

/** A file of a calendar, looked at before anything changes. */
export function ImportFile() {
  const { t } = useTranslation('closingDays')
  const [holds, setHolds] = useState<Holds>('closing_days')
  const [file, setFile] = useState<File | null>(null)
  const look = useImportFile()
  const take = useImportFile()
  const lookAt = (chosen: File | null, as: Holds) => {
    take.reset()
    look.reset()
    if (chosen) look.mutate({ file: chosen, holds: as, dryRun: true })
  }
  const shown = look.data
  const changes = shown ? shown.new.length + shown.changed.length + shown.gone.length : 0
  return (
    <section aria-labelledby="city-import" className="flex flex-col gap-4">
      <div>
        <SectionHeading id="city-import">{t('import.title')}</SectionHeading>
        <p className="mt-1 max-w-[44em] text-sm text-quiet">{t('import.lead')}</p>
      </div>
      <HoldsChoice
        value={holds}
        onChange={(next) => {
          setHolds(next)
          lookAt(file, next)
        }}
      />
      <div className="flex flex-wrap items-center gap-3">
        <FileButton
          accept=".ics,text/calendar"
          onFiles={([chosen]) => {
            if (!chosen) return
            setFile(chosen)
            lookAt(chosen, holds)
          }}
        >
          {t(file ? 'import.chooseOther' : 'import.choose')}
        </FileButton>
        {file && <span className="min-w-0 break-all">{file.name}</span>}
      </div>
      {look.isPending && <p role="status">{t('import.reading')}</p>}
      <Refused error={look.error ?? take.error} />
      {shown && file && (
        <>
          <ReadingResult reading={shown} />
          {shown.malformed.length === 0 && changes > 0 && (
            <Button
              kind="primary"
              size="primary"
              className="self-start"
              busy={take.isPending}
              onPress={() =>
                take.mutate(
                  { file, holds, dryRun: false },
                  {
                    onSuccess: () => {
                      showToast({ tone: 'done', words: t('import.done') })
                      setFile(null)
                      look.reset()
                    },
                  },
                )
              }
            >
              {t('import.do')}
            </Button>
          )}
        </>
      )}
    </section>
  )
}
