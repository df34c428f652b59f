package main

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// A folder is the work folder. A file in it is whole as soon as it has its name, so
// that a run that was killed can be continued.
type folder struct {
	path string

	// step is called before each change of the file system. The tests end the process
	// there.
	step func()
}

// name returns the path of a file of the folder.
func (f folder) name(file string) string { return filepath.Join(f.path, file) }

// has reports whether a file of the folder is there, and thus whole.
func (f folder) has(file string) bool {
	_, err := os.Stat(f.name(file))
	return err == nil
}

// write writes a file of the folder, unless it is there.
func (f folder) write(file string, fill func(io.Writer) error) error {
	if f.has(file) {
		return nil
	}
	return f.replace(f.name(file), fill)
}

// replace writes a file under a temporary name, makes it durable, and renames it. It
// replaces a file with that name.
func (f folder) replace(path string, fill func(io.Writer) error) error {
	f.step()
	temporary := path + ".tmp"
	file, err := os.Create(temporary)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriterSize(stepWriter{file, f.step}, bufferSize)
	err = fill(buffered)
	if err == nil {
		err = buffered.Flush()
	}
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return errors.Join(err, os.Remove(temporary))
	}
	f.step()
	if err := os.Rename(temporary, path); err != nil {
		return err
	}
	f.step()
	return syncFolder(filepath.Dir(path))
}

const bufferSize = 64 << 10

// A stepWriter calls step before each write.
type stepWriter struct {
	io.Writer
	step func()
}

func (w stepWriter) Write(b []byte) (int, error) {
	w.step()
	return w.Writer.Write(b)
}

// syncFolder makes the names in a folder durable, where the system can do that.
func syncFolder(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	if err := d.Sync(); err != nil && !errors.Is(err, fs.ErrInvalid) && !errors.Is(err, fs.ErrPermission) {
		return errors.Join(err, d.Close())
	}
	return d.Close()
}

// remove removes the intermediate files, the manifest last, and the folder.
func (f folder) remove() error {
	files, err := os.ReadDir(f.path)
	if err != nil {
		return err
	}
	for _, file := range files {
		if file.Name() != manifestName {
			f.step()
			if err := os.Remove(f.name(file.Name())); err != nil {
				return err
			}
		}
	}
	f.step()
	if err := os.Remove(f.name(manifestName)); err != nil {
		return err
	}
	f.step()
	return os.Remove(f.path)
}
