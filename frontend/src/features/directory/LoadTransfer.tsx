import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { addDays } from '#/lib/dates'
import { Button } from '#/ui/Button'
import { FileButton } from '#/ui/FileButton'
import { WarningIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import { useLoadTransfer } from './acts'

interface LoadTransferProps {
  today: string
  onLoaded: (id: number) => void
  onStop: () => void
}

const LONGEST_TITLE = 100

/** A file of the directory as it will be, what to call it, and from which day it holds. */
export function LoadTransfer({ today, onLoaded, onStop }: LoadTransferProps) {
  const { t } = useTranslation('directory')
  const words = useProblemWords()
  const load = useLoadTransfer()
  const [file, setFile] = useState<File | null>(null)
  const [title, setTitle] = useState('')
  const [day, setDay] = useState('')
  const [tried, setTried] = useState(false)
  const dayWrong = day <= today
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!file || title.trim() === '' || dayWrong) return
    load.mutate(
      { file, title: title.trim(), effectiveOn: day },
      {
        onSuccess: ({ id }) => {
          showToast({ tone: 'done', words: t('load.done') })
          onLoaded(id)
        },
      },
    )
  }
  return (
    <form
      noValidate
      onSubmit={submit}
      aria-labelledby="load-transfer"
      className="flex max-w-160 flex-col gap-5 rounded-12 border border-card p-4 rail:p-6"
    >
      <h2 id="load-transfer" className="text-xl font-bold">
        {t('load.title')}
      </h2>
      <div className="flex flex-col items-start gap-2">
        <p className="font-bold" id="load-file">
          {t('load.file')}
        </p>
        <p className="text-sm text-quiet">{t('load.fileHint')}</p>
        <FileButton
          accept=".ldif,.csv,.zip"
          onFiles={([chosen]) => {
            if (!chosen) return
            setFile(chosen)
            load.reset()
          }}
        >
          {t(file ? 'load.chooseOther' : 'load.choose')}
        </FileButton>
        {file && <p className="break-all">{file.name}</p>}
        {tried && !file && (
          <p role="alert" className="flex items-start gap-1.5 text-sm font-bold text-danger">
            <WarningIcon size={18} className="mt-0.5" />
            {t('load.fileMissing')}
          </p>
        )}
      </div>
      <TextField
        label={t('load.name')}
        hint={t('load.nameHint')}
        value={title}
        onChange={setTitle}
        maxLength={LONGEST_TITLE}
        error={tried && title.trim() === '' ? t('load.nameMissing') : null}
      />
      <TextField
        label={t('load.day')}
        hint={t('load.dayHint')}
        type="date"
        min={addDays(today, 1)}
        value={day}
        onChange={setDay}
        className="max-w-60"
        error={tried && dayWrong ? t('load.dayWrong') : null}
      />
      {load.isPending && <p role="status">{t('load.reading')}</p>}
      {load.isError && (
        <Notice tone="warn">
          <p className="font-bold">{words(load.error).title}</p>
          {words(load.error).lines.map((line) => (
            <p key={line} className="break-words">
              {line}
            </p>
          ))}
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" kind="primary" size="primary" busy={load.isPending}>
          {t('load.do')}
        </Button>
        <Button kind="quiet" size="primary" onPress={onStop}>
          {t('stop')}
        </Button>
      </div>
    </form>
  )
}
