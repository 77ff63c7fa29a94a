; Installer for one user, without administrator rights. packaging/windows_installer.py compiles it with
;   makensis -DVERSION=... -DNUMBERS=... -DBUNDLE=... -DICON=... -DOUT=...
Unicode true
ManifestDPIAware true
SetCompressor /SOLID lzma
RequestExecutionLevel user
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "WordFunc.nsh"

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Guiyin"
!define TYPE "Guiyin.Dossier"

Name "$(APP)"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Guiyin"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "Guiyin ${VERSION}"

VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=0 "ProductName" "Guiyin"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "Guiyin installer"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\guiyinw.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"
LangString APP ${LANG_SIMPCHINESE} "归因"
LangString APP ${LANG_ENGLISH} "Guiyin"
LangString DOSSIER ${LANG_SIMPCHINESE} "归因档案"
LangString DOSSIER ${LANG_ENGLISH} "Guiyin dossier"
LangString NEWER ${LANG_SIMPCHINESE} "已安装较新的版本 $R0，现在要装的是 ${VERSION}。只有新版本认识的内容会保留，但不会显示。仍要安装吗？"
LangString NEWER ${LANG_ENGLISH} "The newer version $R0 is installed; this is ${VERSION}. What only the newer one understands is kept, but not shown. Install all the same?"
LangString OPEN ${LANG_SIMPCHINESE} "归因正在运行。请先关闭它，然后重试。"
LangString OPEN ${LANG_ENGLISH} "Guiyin is running. Close it, then try again."
LangString LEFT ${LANG_SIMPCHINESE} "归因已移除。你的档案、修改和设置仍在 $LOCALAPPDATA\Guiyin。"
LangString LEFT ${LANG_ENGLISH} "Guiyin is removed. Your dossiers, changes and settings are still in $LOCALAPPDATA\Guiyin."

Function .onInit
  ReadRegStr $R0 HKCU "${KEY}" "DisplayVersion"
  StrCmp $R0 "" done
  ${VersionCompare} "$R0" "${VERSION}" $R1
  StrCmp $R1 "1" 0 done
  MessageBox MB_YESNO|MB_ICONEXCLAMATION "$(NEWER)" /SD IDYES IDYES done
  Abort
done:
FunctionEnd

; A program that runs cannot be replaced or removed: ask for it to be closed.
!macro WaitUntilClosed PREFIX
Function ${PREFIX}WaitUntilClosed
again:
  IfFileExists "$INSTDIR\guiyinw.exe" 0 closed
  ClearErrors
  FileOpen $R2 "$INSTDIR\guiyinw.exe" a
  IfErrors 0 free
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(OPEN)" /SD IDCANCEL IDRETRY again
  Abort
free:
  FileClose $R2
closed:
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Section
  Call WaitUntilClosed
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}/*"
  File "/oname=guiyin.ico" "${ICON}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\$(APP).lnk" "$INSTDIR\guiyinw.exe" "" "$INSTDIR\guiyin.ico"

  WriteRegStr HKCU "Software\Classes\.guiyin" "" "${TYPE}"
  WriteRegStr HKCU "Software\Classes\.guiyin" "Content Type" "application/x-guiyin"
  WriteRegStr HKCU "Software\Classes\.guiyin\OpenWithProgids" "${TYPE}" ""
  WriteRegStr HKCU "Software\Classes\${TYPE}" "" "$(DOSSIER)"
  WriteRegStr HKCU "Software\Classes\${TYPE}\DefaultIcon" "" "$INSTDIR\guiyin.ico"
  WriteRegStr HKCU "Software\Classes\${TYPE}\shell\open\command" "" '"$INSTDIR\guiyinw.exe" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  WriteRegStr HKCU "${KEY}" "DisplayName" "$(APP)"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\guiyin.ico"
  WriteRegStr HKCU "${KEY}" "Publisher" "The Guiyin contributors"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" "$0"
SectionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\guiyin.exe"
  Delete "$INSTDIR\guiyinw.exe"
  Delete "$INSTDIR\guiyin.ico"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\归因.lnk"
  Delete "$SMPROGRAMS\Guiyin.lnk"
  ReadRegStr $R0 HKCU "Software\Classes\.guiyin" ""
  StrCmp $R0 "${TYPE}" 0 +2
  DeleteRegKey HKCU "Software\Classes\.guiyin"
  DeleteRegKey HKCU "Software\Classes\${TYPE}"
  DeleteRegKey HKCU "${KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  MessageBox MB_OK|MB_ICONINFORMATION "$(LEFT)" /SD IDOK
SectionEnd
