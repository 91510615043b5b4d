import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { RefusedNotice } from '#/ui/RefusedNotice'
import { useCancel, useResume } from './acts'
import { FileProblem } from './FileProblem'
import { FileReport } from './FileReport'
import { bytes, whole } from './numbers'
import { ProgressBar } from './ProgressBar'
import { FileTag } from './StateTag'
import type { LogFile } from './shapes'

/** A file: how far it is, what came of it, and what can be done. */
export function FileRow({ file }: { file: LogFile }) {
  const { t } = useTranslation('gateLog')
  const language = useLanguage()
  const report = file.report ?? file.earlier
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <b className="min-w-0 break-all">{file.name}</b>
        <FileTag state={file.state} stopping={file.stopping} />
      </p>
      <p className="text-sm text-quiet">
        {[bytes(file.size), dayAndTime(file.asked_at, language), file.asked_by]
          .filter(Boolean)
          .join(t('dot'))}
      </p>
      {file.progress && <Progress file={file} progress={file.progress} />}
      {file.problem && <FileProblem problem={file.problem} name={file.name} again={file.earlier !== null} />}
      {file.earlier && (
        <p className="text-sm">{t('earlier', { when: dayAndTime(file.earlier.finished_at, language) })}</p>
      )}
      {report && <FileReport id={file.id} name={file.name} report={report} />}
      <Acts file={file} />
    </div>
  )
}

function Progress({ file, progress }: { file: LogFile; progress: NonNullable<LogFile['progress']> }) {
  const { t } = useTranslation('gateLog')
  const percent = Math.floor(progress.share * 100)
  const words =
    file.state === 'waiting' ? t('waitsForTurn') : t('reached', { percent, line: whole(progress.line) })
  return <ProgressBar label={t('progressOf', { name: file.name })} percent={percent} words={words} />
}

/** One button that stops and goes on, so that the focus stays where it is. */
function Acts({ file }: { file: LogFile }) {
  const { t } = useTranslation('gateLog')
  const words = useProblemWords()
  const cancel = useCancel(file.id)
  const resume = useResume(file.id)
  const rest = useRef<HTMLDivElement>(null)
  const acts = file.can_cancel || file.stopping || file.can_resume
  const error = cancel.error ?? resume.error
  const acted = useRef(false)

  // Synchronises the browser's focus: the button is gone once the file is done.
  useEffect(() => {
    if (!acts && acted.current && document.activeElement === document.body) rest.current?.focus()
    acted.current = acts
  }, [acts])

  return (
    <div ref={rest} tabIndex={-1} className="flex flex-col items-start gap-2 empty:hidden">
      {acts && (
        <Button
          kind="quiet"
          size="small"
          aria-label={t(file.can_resume ? 'resumeOf' : 'cancelOf', { name: file.name })}
          busy={file.stopping || cancel.isPending || resume.isPending}
          onPress={() => (file.can_resume ? resume.mutate() : cancel.mutate())}
        >
          {t(file.can_resume ? 'resume' : 'cancel')}
        </Button>
      )}
      <RefusedNotice words={error ? words(error) : null} />
    </div>
  )
}
