enum LineEditingModule {}
