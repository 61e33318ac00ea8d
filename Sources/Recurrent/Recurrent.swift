enum RecurrentModule {}
